"""The state tables: what may be done from where, by whom, and which article says so. A new track is new rows.

A row reads: from any of these states, this verb leads to one of those states (the first
unless the verb says otherwise).
What is not in a table cannot happen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gandan.foundation.people.words import Right, Secrecy
from gandan.matters.cases.terms import Kind, Outcome, State, Verb
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Step:
    """One allowed move: where it may lead, the right it needs, the article, and who acts."""

    to: tuple[State, ...]
    right: Right
    law: str
    receiver: bool = False  # done by the body that the case was sent to, not by its holder


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a state table before it is unfolded by state."""

    froms: tuple[State, ...]
    verb: Verb
    to: tuple[State, ...]
    right: Right
    law: str
    receiver: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """How one kind of case runs: its table, what its sender must give, how closely it is held."""

    kind: Kind
    table: Mapping[State, Mapping[Verb, Step]]
    named: bool  # full name and address are required (not for feedback)
    secrecy: Secrecy
    law: str
    reopens: frozenset[Outcome]  # which outcomes the sender may ask to look at again


R, S, T, A, V, D, P, G, E, N, C = (
    State.RECEIVED,
    State.SORTED,
    State.TRANSFERRING,
    State.ACCEPTED,
    State.VERIFYING,
    State.DIALOGUE,
    State.SUSPENDED,
    State.DECIDED,
    State.SENT,
    State.ANSWERED,
    State.CLOSED,
)
HERE: tuple[State, ...] = ()  # stays where it is

_RECEPTION_ACT = "Luật Tiếp công dân 42/2013/QH13 (sửa đổi bởi Luật 136/2025/QH15)"
_CIRCULAR = "Thông tư 05/2021/TT-TTCP"
_COMPLAINTS_ACT = "Luật Khiếu nại 02/2011/QH13 (sửa đổi bởi Luật 136/2025/QH15)"

_SHARED = (
    Row((R, S), Verb.CLASSIFY, (S,), Right.SORT, f"{_CIRCULAR}, Điều 6"),
    Row((R, S, A), Verb.ASSIGN, HERE, Right.SORT, f"{_RECEPTION_ACT}, Điều 26"),
    Row((S,), Verb.GUIDE, (C,), Right.SORT, f"{_RECEPTION_ACT}, Điều 26; {_CIRCULAR}, Điều 13–16"),
    Row((S,), Verb.RETURN, (C,), Right.SORT, f"{_CIRCULAR}, Điều 13–16"),
    Row((S,), Verb.URGE, (C,), Right.SORT, f"{_RECEPTION_ACT}, Điều 26; {_CIRCULAR}, Điều 13–16"),
    Row((S,), Verb.FILE, (C,), Right.SORT, "Thông tư 07/2014/TT-TTCP, Điều 28; Thông tư 05/2021/TT-TTCP"),
    Row((R, S, T, A, V, D, P, G, E, N), Verb.ADD_WORD, HERE, Right.RECEIVE, f"{_RECEPTION_ACT}, Điều 25"),
    Row((R, S, T, A, V, D, P, G, E, N, C), Verb.JOIN, HERE, Right.RECEIVE, f"{_CIRCULAR}, Điều 6"),
)

_WORDS = (  # kiến nghị, phản ánh
    *_SHARED,
    Row((S,), Verb.ACCEPT, (A,), Right.SORT, f"{_RECEPTION_ACT}, Điều 26"),
    Row((A,), Verb.CLASSIFY, (S,), Right.SORT, f"{_CIRCULAR}, Điều 6"),
    Row((S,), Verb.TRANSFER, (T, C), Right.SORT, f"{_RECEPTION_ACT}, Điều 26; {_CIRCULAR}, Điều 16"),
    Row((T,), Verb.TAKE_OVER, (C,), Right.SORT, f"{_RECEPTION_ACT}, Điều 27", receiver=True),
    Row((T,), Verb.DECLINE, (S,), Right.SORT, f"{_CIRCULAR}, Điều 16", receiver=True),
    Row((T,), Verb.RECALL, (S,), Right.SORT, f"{_CIRCULAR}, Điều 16"),
    Row((T, A), Verb.URGE, HERE, Right.SORT, f"{_RECEPTION_ACT}, Điều 26"),
    Row((A,), Verb.EXTEND, HERE, Right.DECIDE, f"{_RECEPTION_ACT}, Điều 28"),
    Row((A, N), Verb.REPLY, (C, N), Right.SETTLE, f"{_RECEPTION_ACT}, Điều 28"),
    Row((N,), Verb.CLOSE, (C,), Right.SETTLE, f"{_RECEPTION_ACT}, Điều 28"),
    Row((R, S, T, A, N), Verb.WITHDRAW, (C,), Right.RECEIVE, f"{_RECEPTION_ACT}, Điều 7"),
    Row((C,), Verb.REOPEN, (A, R), Right.SORT, "Quy trình tiếp nhận, trả lời phản ánh của địa phương"),
)

_COMPLAINT = (  # khiếu nại lần đầu
    *_SHARED,
    Row((S,), Verb.ACCEPT, (A,), Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 27; Nghị định 124/2020/NĐ-CP, Điều 16"),
    Row((S,), Verb.REFUSE, (C,), Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 11, 27"),
    Row((A, V, D), Verb.ASSIGN, HERE, Right.SORT, f"{_COMPLAINTS_ACT}, Điều 29"),
    Row((A, D), Verb.VERIFY, (V,), Right.SETTLE, f"{_COMPLAINTS_ACT}, Điều 29"),
    Row((V, D), Verb.DIALOGUE, (D,), Right.SETTLE, f"{_COMPLAINTS_ACT}, Điều 30; Nghị định 124/2020/NĐ-CP, Điều 28"),
    Row((V, D), Verb.DECIDE, (G,), Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 31"),
    Row((G,), Verb.SEND, (E,), Right.SETTLE, f"{_COMPLAINTS_ACT}, Điều 32"),
    Row((E,), Verb.CLOSE, (C,), Right.SETTLE, f"{_COMPLAINTS_ACT}, Điều 34"),
    Row((A, V, D), Verb.EXTEND, HERE, Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 28; Nghị định 155/2026/NĐ-CP, Điều 3a"),
    Row((A, V, D), Verb.SUSPEND, (P,), Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 11a"),
    Row((P,), Verb.RESUME, (A, V, D), Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 11a"),
    Row((A, V, D, P), Verb.TERMINATE, (C,), Right.DECIDE, f"{_COMPLAINTS_ACT}, Điều 11a"),
    Row((R, S, A, V, D, P), Verb.WITHDRAW, (C,), Right.RECEIVE, f"{_COMPLAINTS_ACT}, Điều 10"),
)


def _unfold(rows: tuple[Row, ...]) -> Mapping[State, Mapping[Verb, Step]]:
    """The rows as a table; a later row of the same state and verb stands in place of an earlier one."""
    table: dict[State, dict[Verb, Step]] = {state: {} for state in State}
    for row in rows:
        for state in row.froms:
            table[state][row.verb] = Step(row.to or (state,), row.right, row.law, row.receiver)
    return MappingProxyType({state: MappingProxyType(steps) for state, steps in table.items()})


NEXT: Mapping[Kind, Track] = MappingProxyType(
    {
        Kind.PETITION: Track(
            Kind.PETITION, _unfold(_WORDS), True, Secrecy.PERSONAL, _RECEPTION_ACT, frozenset({Outcome.ANSWERED})
        ),
        Kind.FEEDBACK: Track(
            Kind.FEEDBACK, _unfold(_WORDS), False, Secrecy.PERSONAL, _RECEPTION_ACT, frozenset({Outcome.ANSWERED})
        ),
        Kind.COMPLAINT: Track(
            Kind.COMPLAINT, _unfold(_COMPLAINT), True, Secrecy.PERSONAL, _COMPLAINTS_ACT, frozenset()
        ),
    }
)

# Which outcome a move that ends a case gives it; `None` where the move itself is asked for it or it was given before.
ENDS: Mapping[Verb, Outcome | None] = MappingProxyType(
    {
        Verb.REPLY: Outcome.ANSWERED,
        Verb.TAKE_OVER: Outcome.TRANSFERRED_OUT,
        Verb.TRANSFER: Outcome.TRANSFERRED_OUT,
        Verb.GUIDE: Outcome.GUIDED,
        Verb.RETURN: Outcome.RETURNED,
        Verb.URGE: Outcome.URGED,
        Verb.FILE: Outcome.FILED,
        Verb.REFUSE: Outcome.REFUSED,
        Verb.WITHDRAW: Outcome.WITHDRAWN,
        Verb.TERMINATE: Outcome.TERMINATED,
        Verb.DECIDE: None,
        Verb.CLOSE: None,
    }
)

HINTS: Mapping[Verb, Said] = MappingProxyType(
    {
        Verb.CLASSIFY: Said(
            "Ghi một lần: nội dung, đủ hay không đủ điều kiện và lý do, thẩm quyền, lĩnh vực.",
            "Once: content, eligible or not and why, competence, field.",
        ),
        Verb.ASSIGN: Said("Giao cho phòng hoặc người xử lý.", "Give it to an office or a person."),
        Verb.ACCEPT: Said(
            "Nhận giải quyết; thời hạn giải quyết bắt đầu tính.", "Take it up; the time for settling starts."
        ),
        Verb.REFUSE: Said(
            "Báo cho người khiếu nại biết không thụ lý, nêu rõ căn cứ.",
            "Tell the complainant that it is not accepted, with the ground.",
        ),
        Verb.TRANSFER: Said(
            "Hồ sơ vẫn mở và vẫn tính cho nơi chuyển đến khi nơi nhận đồng ý nhận.",
            "The case stays open and counted here until the receiver takes it over.",
        ),
        Verb.TAKE_OVER: Said(
            "Nhận đơn, vào sổ của cơ quan mình và giải quyết.", "Take it over into your own register and settle it."
        ),
        Verb.DECLINE: Said("Trả lại nơi chuyển, nêu rõ lý do.", "Give it back to the sender with the reason."),
        Verb.RECALL: Said(
            "Rút lại khi nơi nhận chưa nhận và cần chuyển nơi khác.",
            "Take it back while the receiver has not taken it over.",
        ),
        Verb.GUIDE: Said(
            "Hướng dẫn người gửi đến nơi có thẩm quyền; mỗi nội dung chỉ hướng dẫn một lần.",
            "Guide the sender to the competent body; once for each content.",
        ),
        Verb.RETURN: Said("Trả lại đơn cho nơi gửi, nêu rõ lý do.", "Return it to the sender with the reason."),
        Verb.URGE: Said(
            "Yêu cầu nơi chịu trách nhiệm giải quyết khi đã quá hạn.",
            "Order the responsible body that is late to settle.",
        ),
        Verb.FILE: Said(
            "Lưu đơn không đủ điều kiện xử lý; giữ một năm.", "File what is not eligible; kept for one year."
        ),
        Verb.VERIFY: Said("Bắt đầu xác minh nội dung khiếu nại.", "Begin to verify the complaint."),
        Verb.DIALOGUE: Said(
            "Ghi biên bản đối thoại; vắng mặt không lý do thì vẫn giải quyết tiếp.",
            "Record the dialogue; unjustified absence does not stop the case.",
        ),
        Verb.REPLY: Said("Gửi văn bản trả lời cho người dân.", "Send the answer to the citizen."),
        Verb.DECIDE: Said("Ghi quyết định giải quyết và kết quả.", "Record the decision and its result."),
        Verb.SEND: Said(
            "Gửi quyết định cho người khiếu nại trong 3 ngày làm việc.",
            "Send the decision to the complainant within 3 working days.",
        ),
        Verb.EXTEND: Said(
            "Phải có văn bản của người có thẩm quyền, ký khi còn trong hạn.",
            "Needs the document of the competent person, signed while still on time.",
        ),
        Verb.SUSPEND: Said("Thời hạn tạm dừng đến khi giải quyết tiếp.", "The time stands still until it is resumed."),
        Verb.RESUME: Said("Thời hạn tính tiếp từ ngày này.", "The time goes on from this day."),
        Verb.WITHDRAW: Said(
            "Ghi nhận người gửi rút đơn, có chữ ký hoặc điểm chỉ.", "Record that the sender withdraws, signed."
        ),
        Verb.TERMINATE: Said("Đình chỉ khi không còn căn cứ giải quyết.", "End it when no ground is left."),
        Verb.CLOSE: Said("Kết thúc hồ sơ.", "Close the case."),
        Verb.REOPEN: Said("Mở lại để xem xét tiếp.", "Open it again to look once more."),
        Verb.ADD_WORD: Said("Ghi thêm thông tin, giấy tờ người dân cung cấp.", "Add what the citizen brings later."),
        Verb.JOIN: Said(
            "Ghép vào vụ việc đã có: số đơn giữ nguyên, số vụ việc không tăng.",
            "Join it to a matter: one more petition, the same matter.",
        ),
    }
)


def step(kind: Kind, state: State, verb: Verb) -> Step | None:
    """The allowed move, or None."""
    return NEXT[kind].table[state].get(verb)


def steps(kind: Kind, state: State) -> Mapping[Verb, Step]:
    """All moves from a state, in the order of the table."""
    return NEXT[kind].table[state]
