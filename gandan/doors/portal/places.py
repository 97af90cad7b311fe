"""The communes that this installation serves: those whose People's Committee is open on the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse

from gandan.doors.look.fields import Option
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import OfficeKind, Tier
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said

COOKIE = "gandan_unit"
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Place:
    """A commune and the body that receives what concerns it."""

    unit_id: int
    name: str  # "Xã Hòa Bình"
    label: str  # "Hòa Bình (xã)": found by its first letter in a long list
    province: str
    body_id: int
    body_name: str
    in_text: str  # "xã Hòa Bình", inside a sentence

    @property
    def key(self) -> str:
        """Its value in a list."""
        return str(self.unit_id)


def served(on: date) -> tuple[Place, ...]:
    """Every commune served on a day, by name."""
    return tuple(
        Place(
            unit.id,
            unit.name,
            f"{unit.short_name} ({unit.kind.said.vi.lower()})",
            above,
            office.id,
            office.name,
            unit.in_text,
        )
        for office, unit, above in territory.receiving_bodies(on)
    )


def options(places: tuple[Place, ...]) -> tuple[Option, ...]:
    """The list of a form: names that two provinces share carry their province."""
    labels = [place.label for place in places]
    several = len({place.province for place in places}) > 1
    chosen = tuple(
        Option(
            str(place.unit_id),
            f"{place.label}, {place.province}" if several or labels.count(place.label) > 1 else place.label,
        )
        for place in places
    )
    return chosen if len(chosen) == 1 else (Option("", Said("Chọn xã, phường…", "Choose the commune…")), *chosen)


def body_for(unit_id: str, on: date) -> tuple[int, int, str, str]:
    """(unit id, body id, unit name, body name) of a chosen commune; Refused when none was chosen or none is open."""
    if unit_id.isascii() and unit_id.isdigit() and len(unit_id) < 10:
        body = next(
            (one for one in territory.offices_of(int(unit_id), on) if one.kind is OfficeKind.PEOPLE_COMMITTEE), None
        )
        unit = _commune(int(unit_id), on)
        if body is not None and unit:
            return int(unit_id), body.id, unit, body.name
    said = Said("Xin chọn xã, phường nơi có việc này.", "Please choose the commune where this is.")
    raise Refused("portal.place", said.vi, said.en, fields={"unit_id": said})


def _commune(unit_id: int, on: date) -> str:
    try:
        unit = territory.unit(unit_id, on)
    except Absent:
        return ""
    return unit.name if unit.tier is Tier.COMMUNE else ""


def remembered(request: HttpRequest) -> str:
    """The commune chosen on this device before, or named in the address by a QR code on a poster; "" when none."""
    chosen = request.GET.get("xa") or request.COOKIES.get(COOKIE, "")
    return chosen if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else ""


def remember(request: HttpRequest, response: HttpResponse, unit_id: str) -> HttpResponse:
    """Keep the chosen commune on this device, so that nobody has to find it in the list twice."""
    response.set_cookie(COOKIE, unit_id, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    return response


def chosen(request: HttpRequest, served: tuple[Place, ...]) -> Place | None:
    """The commune this visitor means: the one named or remembered, or the only one there is."""
    if len(served) == 1:
        return served[0]
    wanted = remembered(request)
    return next((place for place in served if place.key == wanted), None)
