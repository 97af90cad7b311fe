"""Say what happened: a journal entry as a sentence for officers, and as a plainer one for the citizen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Complexity,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    NotAccepted,
    Outcome,
    State,
    Verb,
)
from gandan.pure.clock.words import PauseReason
from gandan.pure.speech import Said, Word

Data = Mapping[str, Any]

_OFFICER: Mapping[Verb, Said] = {
    Verb.LODGE: Said(
        "Tiếp nhận qua {channel}, vào sổ số {number}/{year}", "Received by {channel}, no. {number}/{year}"
    ),
    Verb.IMPORT: Said("Nhập từ sổ cũ, số {number}/{year}", "Imported from an old register, no. {number}/{year}"),
    Verb.CLASSIFY: Said("Phân loại: {kind}, {eligibility}", "Classified: {kind}, {eligibility}"),
    Verb.ASSIGN: Said("Giao {office}", "Assigned to {office}"),
    Verb.ACCEPT: Said("Thụ lý", "Accepted"),
    Verb.REFUSE: Said("Không thụ lý: {ground}", "Not accepted: {ground}"),
    Verb.TRANSFER: Said("Chuyển đến {to}", "Transferred to {to}"),
    Verb.TAKE_OVER: Said(
        "{to} đã nhận, vào sổ số {number}/{year}", "Taken over by {to}, no. {number}/{year} in its register"
    ),
    Verb.DECLINE: Said("{to} không nhận", "{to} declined"),
    Verb.RECALL: Said("Rút lại đơn đã chuyển {to}", "Recalled from {to}"),
    Verb.GUIDE: Said("Hướng dẫn người gửi đến {to}", "Guided the sender to {to}"),
    Verb.RETURN: Said("Trả lại đơn", "Returned"),
    Verb.URGE: Said("Đôn đốc {to}", "Urged {to}"),
    Verb.FILE: Said("Lưu đơn", "Filed"),
    Verb.VERIFY: Said("Bắt đầu xác minh", "Verification began"),
    Verb.DIALOGUE: Said("Đối thoại ngày {held_on}", "Dialogue on {held_on}"),
    Verb.REPLY: Said("Trả lời người dân", "Answered the citizen"),
    Verb.DECIDE: Said("Quyết định giải quyết ngày {decided_on}: {outcome}", "Decision of {decided_on}: {outcome}"),
    Verb.SEND: Said("Gửi quyết định ngày {sent_on}", "Decision sent on {sent_on}"),
    Verb.EXTEND: Said("Gia hạn đến {due_on}", "Extended to {due_on}"),
    Verb.SUSPEND: Said("Tạm đình chỉ: {cause}", "Suspended because {cause}"),
    Verb.RESUME: Said("Tiếp tục giải quyết", "Resumed"),
    Verb.WITHDRAW: Said("Người gửi rút đơn", "Withdrawn by the sender"),
    Verb.TERMINATE: Said("Đình chỉ giải quyết", "Terminated"),
    Verb.CLOSE: Said("Kết thúc hồ sơ", "Closed"),
    Verb.REOPEN: Said("Mở lại hồ sơ", "Reopened"),
    Verb.ADD_WORD: Said("Bổ sung thông tin", "Information added"),
    Verb.RATE: Said("Người dân đánh giá {stars}/5 sao", "Rated {stars} of 5 by the citizen"),
    Verb.JOIN: Said("Ghép vào vụ việc khác", "Joined to another matter"),
    Verb.DEADLINE_MOVED: Said(
        "Hạn dời từ {before} sang {after} theo thông báo ngày nghỉ",
        "Due day moved from {before} to {after} by a notice",
    ),
}

# What the holder of the receipt reads; `{body}` is the body whose step it was. Verbs without a line stay inside.
_CITIZEN: Mapping[Verb, Said] = {
    Verb.LODGE: Said("{body} đã nhận.", "{body} received it."),
    Verb.IMPORT: Said("{body} đã nhận.", "{body} received it."),
    Verb.CLASSIFY: Said("{body} đã xem và phân loại.", "{body} read and classified it."),
    Verb.ASSIGN: Said("Đã giao {office} xử lý.", "Given to {office}."),
    Verb.ACCEPT: Said("{body} đã thụ lý để giải quyết.", "{body} took it up."),
    Verb.REFUSE: Said("{body} không thụ lý: {ground}.", "{body} did not accept it: {ground}."),
    Verb.TRANSFER: Said(
        "{body} đã chuyển đến {to} vì thuộc trách nhiệm của nơi này.", "{body} sent it on to {to}, whose task it is."
    ),
    Verb.DECLINE: Said(
        "{to} chưa nhận; {body} tiếp tục tìm đúng nơi giải quyết.", "{to} did not take it; {body} keeps looking."
    ),
    Verb.RECALL: Said("{body} đã lấy lại để chuyển đúng nơi.", "{body} took it back to send it to the right place."),
    Verb.GUIDE: Said("{body} hướng dẫn anh/chị đến {to}.", "{body} guides you to {to}."),
    Verb.RETURN: Said("{body} đã trả lại đơn.", "{body} returned the petition."),
    Verb.URGE: Said("{body} đã đôn đốc {to} giải quyết.", "{body} urged {to} to settle it."),
    Verb.FILE: Said(
        "{body} lưu đơn vì chưa đủ điều kiện xử lý.", "{body} filed it because it cannot be handled as it is."
    ),
    Verb.VERIFY: Said("Đang xác minh nội dung.", "The content is being verified."),
    Verb.DIALOGUE: Said("Đã đối thoại ngày {held_on}.", "A dialogue was held on {held_on}."),
    Verb.REPLY: Said("{body} đã trả lời.", "{body} answered."),
    Verb.DECIDE: Said("Đã có quyết định giải quyết: {outcome}.", "A decision was made: {outcome}."),
    Verb.SEND: Said("Đã gửi quyết định cho anh/chị.", "The decision was sent to you."),
    Verb.EXTEND: Said("Đã gia hạn đến {due_on}.", "Extended to {due_on}."),
    Verb.SUSPEND: Said("Tạm dừng vì {cause}.", "Paused because {cause}."),
    Verb.RESUME: Said("Tiếp tục giải quyết.", "It goes on."),
    Verb.WITHDRAW: Said("Đã ghi nhận anh/chị rút đơn.", "Your withdrawal was recorded."),
    Verb.TERMINATE: Said("Đã đình chỉ giải quyết.", "It was terminated."),
    Verb.CLOSE: Said("Đã kết thúc.", "It is closed."),
    Verb.REOPEN: Said("Đã mở lại để xem xét tiếp.", "It was opened again."),
    Verb.ADD_WORD: Said("Đã nhận thông tin bổ sung.", "More information was received."),
    Verb.DEADLINE_MOVED: Said(
        "Hạn dời sang {after} theo lịch nghỉ mới.", "The due day moved to {after} by the new calendar."
    ),
    Verb.RATE: Said("Anh/chị đánh giá {stars}/5 sao.", "You gave {stars} of 5 stars."),
}

_READ_AS: Mapping[str, type[Word]] = {
    "kind": Kind,
    "was": Kind,
    "channel": Channel,
    "eligibility": Eligibility,
    "ineligible_reason": Ineligible,
    "competence": Competence,
    "field": Field,
    "ground": NotAccepted,
    "outcome": Outcome,
    "complex": Complexity,
    "cause": PauseReason,
}
_DAYS = frozenset({"held_on", "decided_on", "sent_on", "due_on", "closed_on", "before", "after"})

_DETAILS: tuple[tuple[str, Said], ...] = (
    ("ineligible_reason", Said("Lý do không đủ điều kiện", "Why not eligible")),
    ("competence", Said("Thẩm quyền", "Competence")),
    ("field", Said("Lĩnh vực", "Field")),
    ("officer", Said("Người xử lý", "Officer")),
    ("document", Said("Văn bản", "Document")),
    ("signer", Said("Người ký", "Signed by")),
    ("complex", Said("Vụ việc phức tạp", "Complex because")),
    ("reason", Said("Nội dung, lý do", "Content, reason")),
    ("from", Said("Nơi chuyển", "Sent by")),
)
_FLAGS: tuple[tuple[str, Said], ...] = (
    ("loop", Said("Cảnh báo chuyển vòng: đã qua nơi này", "Loop alarm: it had passed this body")),
    ("remote", Said("Vùng sâu, vùng xa", "Remote area")),
    ("absent", Said("Người khiếu nại vắng mặt", "The complainant was absent")),
    ("explained", Said("Rút đơn qua giải thích, thuyết phục", "Withdrawn after explanation")),
    ("published", Said("Công khai", "Published")),
)


def told(verb: Verb, data: Data) -> Said:
    """The entry as an officer reads it."""
    return _filled(_OFFICER.get(verb, verb.said), data)


def told_citizen(verb: Verb, data: Data, *, body: str) -> Said | None:
    """The entry as the holder of the receipt reads it; None for what stays inside."""
    line = _CITIZEN.get(verb)
    return _filled(line, {**data, "body": body}) if line else None


def details(data: Data) -> tuple[tuple[Said, str], ...]:
    """What else the entry tells, label by value."""
    shown = [(label, _value(name, data[name]).vi) for name, label in _DETAILS if data.get(name)]
    return (*shown, *((label, "") for name, label in _FLAGS if data.get(name)))


def _filled(line: Said, data: Data) -> Said:
    return line.given(**_Gaps({name: _value(name, value) for name, value in data.items()}, line))


class _Gaps(dict[str, Any]):
    """An old entry may lack a fact that the sentence now asks for: it then reads “…”."""

    def __init__(self, values: Mapping[str, Any], line: Said) -> None:
        names = [part.split("}")[0] for part in line.vi.split("{")[1:]]
        super().__init__({name: values.get(name, "…") for name in names})


def _value(name: str, value: Any) -> Said:
    """A code as its label, lower-case inside a sentence; a day the Vietnamese way; anything else as it is."""
    if name in _DAYS:
        day = date.fromisoformat(str(value))
        return Said(f"{day:%d/%m/%Y}", f"{day:%d/%m/%Y}")
    words = _READ_AS.get(name)
    if words is None or value not in {word.value for word in words}:
        return Said(str(value), str(value))
    said = words(value).said
    return Said(_lower(said.vi), _lower(said.en))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


NOW: Mapping[State, Said] = {
    State.RECEIVED: Said("{holder} đã nhận và đang xem.", "{holder} has received it and is reading it."),
    State.SORTED: Said("{holder} đang chọn cách giải quyết.", "{holder} is deciding how to handle it."),
    State.TRANSFERRING: Said(
        "Đang chuyển đến {to}, chờ nơi này nhận.", "On its way to {to}, waiting to be taken over."
    ),
    State.ACCEPTED: Said("{holder} đang giải quyết.", "{holder} is working on it."),
    State.VERIFYING: Said("{holder} đang xác minh.", "{holder} is verifying it."),
    State.DIALOGUE: Said("{holder} đang đối thoại.", "{holder} is holding the dialogue."),
    State.SUSPENDED: Said("Tạm dừng giải quyết.", "It is suspended."),
    State.DECIDED: Said("Đã có quyết định, đang gửi cho anh/chị.", "Decided; the decision is being sent to you."),
    State.SENT: Said("Quyết định đã được gửi cho anh/chị.", "The decision has been sent to you."),
    State.ANSWERED: Said("{holder} đã trả lời anh/chị.", "{holder} has answered you."),
    State.CLOSED: Said("Đã kết thúc: {outcome}.", "Closed: {outcome}."),
}


def now(state: State, *, holder: str, to: str = "", outcome: Outcome | None = None) -> Said:
    """One sentence: where it stands."""
    values = {"holder": holder, "to": to or "…", "outcome": outcome.value if outcome else ""}
    return _filled(NOW[state], values)
