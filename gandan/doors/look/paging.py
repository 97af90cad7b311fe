"""Pages of long lists: the number asked for in the address, and the addresses of the pages around it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

PARAMETER = "page"
FARTHEST = 100_000


def page_number(request: HttpRequest) -> int:
    """The page asked for; what cannot be read as one is the first."""
    asked = request.GET.get(PARAMETER, "1")
    return min(max(int(asked), 1), FARTHEST) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """One link of the pager; a gap has no address."""

    number: int
    address: str
    here: bool = False


def leaves(request: HttpRequest, number: int, last: int) -> list[Leaf]:
    """First, last and the neighbours of the page shown, with a gap (number 0) where pages are left out."""
    wanted = sorted({1, last, *(n for n in range(number - 2, number + 3) if 1 <= n <= last)})
    found: list[Leaf] = []
    for n in wanted:
        if found and n > found[-1].number + 1:
            found.append(Leaf(0, ""))
        found.append(Leaf(n, address(request, n), here=n == number))
    return found


def address(request: HttpRequest, number: int) -> str:
    """This page's address with another page number."""
    query = request.GET.copy()
    query[PARAMETER] = str(number)
    return f"?{query.urlencode()}"
