"""The first page and the pages of the motto: only what exists today, so that no way ends nowhere."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gandan.doors.look import clock
from gandan.doors.portal import places
from gandan.doors.portal.receptions import coming
from gandan.foundation.people.words import PUBLIC
from gandan.matters.cases import queries as cases

NEAR = timedelta(days=14)
FEW_ANSWERS, MANY_ANSWERS = 3, 30


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One question, its answers, and the way back to what was sent before."""
    served = places.served(clock.today())
    chosen = places.chosen(request, served)
    context = {
        "served": places.options(served),
        "chosen": chosen,
        "sessions": coming(chosen, within=NEAR)[:3] if chosen else [],
        "answers": cases.published(PUBLIC, limit=FEW_ANSWERS),
    }
    return render(request, "portal/home.html", context)


@require_safe
def know(request: HttpRequest) -> HttpResponse:
    """Dân biết: answers that were published, the calendar of receptions, the time limits of the law."""
    return render(request, "portal/know.html", {"answers": cases.published(PUBLIC, limit=MANY_ANSWERS)})


@require_safe
def discuss(request: HttpRequest) -> HttpResponse:
    """Dân bàn: how to put forward a proposal today."""
    return render(request, "portal/discuss.html")


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Dân kiểm tra, giám sát: follow, rate, ask again, complain."""
    return render(request, "portal/check.html")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Help in plain questions and answers."""
    return render(request, "portal/help.html")
