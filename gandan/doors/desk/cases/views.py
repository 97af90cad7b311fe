"""The page of one case, its moves, its files."""

from __future__ import annotations

from datetime import datetime

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gandan.doors.desk.cases import moves as steps
from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import Form
from gandan.doors.look import clock
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right
from gandan.matters.cases import actions, queries
from gandan.matters.cases.words import ReplyView
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said

DONE = Said("Đã ghi: {verb}.", "Recorded: {verb}.")


@seated(Right.LOOK)
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """Everything about a case, and beside it what the law allows next."""
    seat, now = seat_of(request), clock.moment()
    case, moves = queries.page(seat, case_id, at=now)
    done = steps.verb_of(request.GET.get("done", ""))
    drawn = {
        "case": case,
        "moves": [move for move in moves if move.verb not in steps.BESIDE or move.advised],
        "beside": [move for move in moves if move.verb in steps.BESIDE and not move.advised],
        "days_late": max(0, (clock.today() - case.due_on).days) if case.due_on and not case.closed_on else 0,
        "done": DONE.given(verb=done.said) if done else None,
        "arrived": f"move-{case_id}-{done}" if done else "",
    }
    return draw(request, "desk/case.html", drawn)


@seated(Right.LOOK)
def move(request: HttpRequest, case_id: int, code: str) -> HttpResponse:
    """The form of one move. When somebody else was faster, the page says who did what and keeps every word typed."""
    seat, now, verb = seat_of(request), clock.moment(), steps.verb_of(code)
    if verb is None:
        raise Absent
    case, moves = queries.page(seat, case_id, at=now, verb=verb)
    step = steps.chosen(moves, code)
    form = Form(steps.fields_of(step) if step else (), request)
    if request.method == "POST" and "preview" not in request.POST:
        try:
            given, files = steps.given_of(form)
            actions.take(case_id, verb, by=seat, at=now, seen=steps.seen_of(request), given=given, files=files)
            return redirect(f"{reverse('desk:case', args=[case_id])}?done={verb}")
        except Refused as no:
            form.refused(no)
    elif step is None:
        return redirect("desk:case", case_id)
    drawn = {
        "case": case,
        "verb": verb,
        "move": step,
        "form": form,
        "kept": steps.typed_words(request),
        "shows": verb in steps.READ_BY_CITIZEN,
        "preview": _preview(request, now) if "preview" in request.POST else None,
        "changes": case.story[steps.seen_of(request) :] if request.method == "POST" else (),
    }
    return draw(request, "desk/move.html", drawn, status=form.status)


@seated(Right.LOOK)
def file(request: HttpRequest, case_id: int, file_id: int) -> FileResponse:
    """A file of a case: pictures and papers are shown by the browser, never run."""
    found = queries.file(seat_of(request), case_id, file_id)
    return FileResponse(found.path.open("rb"), filename=found.name, content_type=found.kind)


def _preview(request: HttpRequest, now: datetime) -> ReplyView:
    typed = request.POST
    return ReplyView(0, typed.get("text", ""), typed.get("document", ""), typed.get("signer", ""), now, False)
