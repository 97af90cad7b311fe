"""What a petition is: classify it once on every axis; guide, return or file what is not taken up here."""

from __future__ import annotations

from collections.abc import Mapping

from gandan.matters.cases import limits
from gandan.matters.cases.models import Case, Reply
from gandan.matters.cases.taking import Doing, Taking
from gandan.matters.cases.terms import (
    Competence,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    Outcome,
    Signatories,
    Verb,
)
from gandan.matters.cases.tracks import NEXT
from gandan.pure.refusal import Refused


def classify(taking: Taking) -> None:
    """Content, eligibility with its reason, competence, field, signatories (Thông tư 05/2021/TT-TTCP Điều 6)."""
    read, case = taking.read, taking.case
    kind = read.choice("kind", Kind) or taking.kind
    eligibility = read.choice("eligibility", Eligibility, required=True)
    reason = read.choice("ineligible_reason", Ineligible, required=eligibility is Eligibility.INELIGIBLE)
    competence = read.choice("competence", Competence, required=eligibility is Eligibility.ELIGIBLE)
    about = read.choice("field", Field, required=True)
    signatories = read.choice("signatories", Signatories) or Signatories(case.signatories)
    because = read.text("legal_reason", limit=500, required=reason is Ineligible.OTHER)
    if eligibility is Eligibility.UNSORTED:
        read.faults.add("eligibility", "Xin chọn đủ hay không đủ điều kiện.", "Please choose eligible or not.")
    if competence is Competence.UNKNOWN and eligibility is Eligibility.ELIGIBLE:
        read.faults.add("competence", "Xin chọn thuộc hay không thuộc thẩm quyền.", "Please choose the competence.")
    read.done("Thông tư 05/2021/TT-TTCP, Điều 6")
    taking.cancels |= limits.SORTED_ANEW
    _change_kind(taking, kind)
    case.eligibility = (eligibility or Eligibility.UNSORTED).value
    case.ineligible_reason = reason.value if reason and eligibility is Eligibility.INELIGIBLE else ""
    case.competence = (competence or Competence.UNKNOWN).value
    case.field = about.value if about else ""
    case.signatories = signatories.value
    case.legal_reason = because
    case.sorted_on, case.accepted_on = taking.today, None
    taking.tell(
        kind=kind,
        eligibility=case.eligibility,
        ineligible_reason=case.ineligible_reason,
        competence=case.competence,
        field=case.field,
        reason=because,
    )


def _change_kind(taking: Taking, kind: Kind) -> None:
    """By its content it is another kind: the clocks of the old kind end, those of the new begin from the receipt."""
    if kind is taking.kind:
        return
    if taking.case.accepted_on is not None:
        raise Refused(
            "case.accepted_kind",
            "Hồ sơ đã thụ lý nên không đổi loại được. Xin ghi nhận nội dung mới thành một đơn khác.",
            "The case was accepted and keeps its kind. Please lodge the new content as another petition.",
            law="Thông tư 05/2021/TT-TTCP, Điều 6",
        )
    if taking.case.folder.secrecy != NEXT[kind].secrecy:
        raise AssertionError("a kind held more closely needs its own folder")
    taking.tell(was=taking.case.kind)
    taking.case.kind = kind.value
    taking.cancels |= limits.rules_of(Kind(taking.said["was"])) - limits.rules_of(kind)
    taking.arrives_anew = True


def guide(taking: Taking) -> None:
    """Tell the sender, in writing, which body is competent; once for each content."""
    read = taking.read
    to_name = read.text("to_name", limit=200, required=True)
    text = read.text("text", limit=5000, required=True)
    document = read.text("document", limit=60)
    read.done(taking.step.law)
    others = Case.objects.filter(matter_id=taking.case.matter_id, outcome=Outcome.GUIDED.value)
    if others.exclude(pk=taking.case.pk).exists():
        raise Refused(
            "case.guided_once",
            "Nội dung này đã được hướng dẫn một lần. Xin phân loại “đã được hướng dẫn” và lưu đơn.",
            "This content was guided once already. Please classify it so and file it.",
            law="Thông tư 05/2021/TT-TTCP, Điều 6, 13–16",
        )
    notify(taking, text=text, document=document)
    taking.tell(to=to_name, document=document)


def give_back(taking: Taking) -> None:
    """Return the petition, or its originals, to whoever sent it, with the reason."""
    read = taking.read
    to_name = read.text("to_name", limit=200)
    text = read.text("text", limit=5000, required=True)
    document = read.text("document", limit=60)
    read.done(taking.step.law)
    notify(taking, text=text, document=document)
    taking.tell(to=to_name, document=document)


def keep(taking: Taking) -> None:
    """File it: no handling, kept for one year (TT 07/2014/TT-TTCP Điều 28; TT 05/2021/TT-TTCP)."""
    reason = taking.read.text("reason", limit=500, required=True)
    taking.read.done(taking.step.law)
    taking.tell(reason=reason)


def notify(taking: Taking, *, text: str, document: str, signer: str = "", published: bool = False) -> Reply:
    """A text to the sender, kept with the case."""
    return Reply.objects.create(
        case=taking.case,
        text=text,
        document=document,
        signer=signer or taking.by.name,
        sent_at=taking.at,
        published=published,
    )


DOINGS: Mapping[Verb, Doing] = {
    Verb.CLASSIFY: classify,
    Verb.GUIDE: guide,
    Verb.RETURN: give_back,
    Verb.FILE: keep,
}
