"""Send feedback or a petition: the questions, the review, the receipt. Nothing is kept on the server until it is sent,
except files; what was typed travels in the form itself, so that an old page or a second tab loses nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from gandan.doors.look import clock
from gandan.doors.look.fields import Field, Option, filled
from gandan.doors.portal import forms, holding, limiter, places
from gandan.doors.portal.forms import FORMS, Form, Step
from gandan.doors.portal.holding import Held
from gandan.foundation.people.words import PUBLIC
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Draft
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said, Word

Label = Said | Word | str
NAMED_BY_LAW = frozenset({"full_name", "address"})  # only these faults are a matter of the act the room cites
_TOKEN = signing.Signer(salt="portal.token")


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with a press of a button."""

    form: Form
    typed: dict[str, str]
    token: str
    held: tuple[Held, ...]
    files: tuple[UploadedFile, ...]
    edit: str  # the step to open again; "" for none
    confirmed: bool


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, form_name: str) -> HttpResponse:
    """The questions; then the review of what was answered; then, confirmed, the receipt."""
    form = FORMS[form_name]
    if request.method != "POST":
        return _ask(request, _blank(request, form))
    sent = _read(request, form)
    try:
        sent, fault = _hold(request, sent)
        if sent.edit and not fault:
            return _ask(request, sent)
        draft, names = _draft(sent, fault)
        if not sent.confirmed:
            return _review(request, sent, names)
        return _lodge(request, sent, draft)
    except Refused as refusal:
        return _ask(request, sent, refusal)


def _blank(request: HttpRequest, form: Form) -> Sent:
    typed = {"unit_id": places.remembered(request), "kind": request.GET.get("loai", "")}
    return Sent(form, typed, _new_token(), (), (), "", confirmed=False)


def _read(request: HttpRequest, form: Form) -> Sent:
    names = [field.name for field in form.fields if field.kind != "file"]
    dropped = set(request.POST.getlist("drop"))
    held = holding.unseal(request.POST.get("held", ""))
    holding.forget([one for one in held if one.key in dropped])
    return Sent(
        form,
        {name: request.POST.get(name, "") for name in (*names, "lat", "lon")},
        _token(request.POST.get("token", "")),
        tuple(one for one in held if one.key not in dropped),
        tuple(request.FILES.getlist("files")),
        request.POST.get("edit", ""),
        request.POST.get("do") == "send",
    )


def _hold(request: HttpRequest, sent: Sent) -> tuple[Sent, Said | None]:
    """The files that came with this press wait with the others; a sentence about those that could not be taken."""
    if not sent.files:
        return sent, None
    limiter.spend(limiter.FILES, request, len(sent.files))
    held, fault = holding.hold(sent.files, held=sent.held)
    return replace(sent, held=held, files=()), fault


def _draft(sent: Sent, file_fault: Said | None) -> tuple[Draft, tuple[str, str]]:
    """The draft, and the names of the commune and of the body that will receive it; every fault told at once."""
    faults = {"files": file_fault} if file_fault else {}
    laws: list[str] = []
    unit_id, body_id, names = 0, 0, ("", "")
    with _gathering(faults, laws):
        unit_id, body_id, *rest = places.body_for(sent.typed["unit_id"], clock.today())
        names = (rest[0], rest[1])
    token = _TOKEN.unsign(sent.token)
    draft = forms.draft(sent.form, sent.typed, unit_id=unit_id, body_id=body_id, token=token)
    with _gathering(faults, laws):
        draft = replace(draft, kind=forms.kind(sent.form, sent.typed.get("kind", "")))
    with _gathering(faults, laws):
        lat, lon = forms.point(sent.typed)
        draft = replace(draft, lat=lat, lon=lon)
    with _gathering(faults, laws):
        cases.examine(draft, at=clock.moment())
    if faults:
        raise _refused(faults, laws)
    return draft, names


@contextmanager
def _gathering(faults: dict[str, Said], laws: list[str]) -> Iterator[None]:
    """Collect the sentences of a refusal that is about fields; any other refusal goes on."""
    try:
        yield
    except Refused as refusal:
        if not refusal.fields:
            raise
        faults.update(refusal.fields)
        laws.extend([refusal.law] if refusal.law else [])


def _refused(faults: dict[str, Said], laws: list[str]) -> Refused:
    return Refused(
        "portal.form",
        f"Còn {len(faults)} chỗ cần xem lại. Những gì bà con đã gõ vẫn giữ nguyên.",
        f"{len(faults)} things need another look. What you typed is kept.",
        law=laws[0] if laws and faults.keys() & NAMED_BY_LAW else "",
        fields=faults,
    )


def _lodge(request: HttpRequest, sent: Sent, draft: Draft) -> HttpResponse:
    """Hand it over, and lead to the receipt."""
    limiter.spend(limiter.SUBMISSIONS, request)
    with holding.opened(sent.held) as files:
        receipt = cases.lodge(by=PUBLIC, at=clock.moment(), draft=replace(draft, files=files))
    holding.forget(sent.held)
    response = redirect(reverse("portal:ticket", args=[receipt.receipt]) + f"?moi={sent.form.name}")
    return places.remember(request, response, str(draft.unit_id))


def _ask(request: HttpRequest, sent: Sent, refusal: Refused | None = None) -> HttpResponse:
    served = places.served(clock.today())
    options = places.options(served)
    if len(served) == 1:
        sent.typed["unit_id"] = str(served[0].unit_id)
    errors = refusal.fields if refusal else {}
    steps = [
        (step, [_offered(field, options) for field in filled(step.fields, sent.typed, errors)])
        for step in sent.form.steps
    ]
    context = {
        "form": sent.form,
        "steps": steps,
        "fields": [field for _, fields in steps for field in fields],
        "refusal": refusal,
        "sent": sent,
        "sealed": holding.seal(sent.held),
        "served": served,
    }
    return render(request, "portal/ask.html", context, status=refusal.status if refusal else 200)


def _offered(field: Field, options: tuple[Option, ...]) -> Field:
    return replace(field, options=options) if field.name == "unit_id" else field


def _review(request: HttpRequest, sent: Sent, names: tuple[str, str]) -> HttpResponse:
    answers = [(step, _answered(step, sent, names[0])) for step in sent.form.steps]
    context = {"form": sent.form, "answers": answers, "sent": sent, "sealed": holding.seal(sent.held), "body": names[1]}
    return render(request, "portal/review.html", context)


def _answered(step: Step, sent: Sent, unit_name: str) -> list[tuple[Label, Label]]:
    """(label, answer) pairs of one question, as the review shows them."""
    rows: list[tuple[Label, Label]] = []
    for field in step.fields:
        value: Label = sent.typed.get(field.name, "").strip()
        if field.name == "unit_id":
            value = unit_name
        elif field.kind == "file":
            value = ", ".join(one.name for one in sent.held)
        elif field.options:
            value = next((option.label for option in field.options if option.value == value), "")
        rows.append((field.label, value))
    return rows


def _new_token() -> str:
    return _TOKEN.sign(secrets.token_urlsafe(18))


def _token(given: str) -> str:
    """The token of this form, if it is one of ours; a foreign one must not fetch another's receipt."""
    try:
        _TOKEN.unsign(given)
    except signing.BadSignature:
        return _new_token()
    return given
