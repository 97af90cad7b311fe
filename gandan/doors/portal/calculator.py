"""How long does it take? The public calculator of legal time limits, with every step of the reckoning."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gandan.doors.look import clock
from gandan.doors.look.fields import Field
from gandan.pure.clock.answer import Answer, all_rules, answer
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said


@require_safe
def reckon(request: HttpRequest) -> HttpResponse:
    """The list of time limits; with a rule and a day, the due day and why."""
    found: Answer | None = None
    refusal: Refused | None = None
    if "rule" in request.GET:
        try:
            found = _answer(request)
        except Refused as refused:
            refusal = refused
    choices = all_rules(clock.today())
    context = {
        "groups": [(said, list(rules)) for said, rules in groupby(choices, key=lambda choice: choice.group)],
        "rule": request.GET.get("rule", ""),
        "chosen": next((choice for choice in choices if choice.id == request.GET.get("rule")), None),
        "start": _start_field(request, refusal),
        "found": found,
        "refusal": refusal,
    }
    return render(request, "portal/deadlines.html", context, status=refusal.status if refusal else 200)


def _answer(request: HttpRequest) -> Answer:
    return answer(
        request.GET["rule"],
        request.GET.get("start") or clock.today(),
        remote=request.GET.get("remote") == "yes",
        complex=request.GET.get("complex") == "yes",
    )


def _start_field(request: HttpRequest, refusal: Refused | None) -> Field:
    return Field(
        name="start",
        label=Said("Tính từ ngày nào?", "From which day?"),
        hint=Said("Ngày, tháng, năm; để trống là hôm nay. Ví dụ: 01/07/2026", "Day, month, year; empty means today"),
        value=request.GET.get("start", ""),
        error=refusal.fields.get("start", refusal.said if "day" in refusal.code else None) if refusal else None,
        inputmode="text",
        maxlength=20,
    )
