"""Who sees and who may act: unit scope × secrecy, asked of `people.rules` in one place of this room."""

from __future__ import annotations

from django.db.models import Q

from gandan.foundation.people.rules import CLEARED, REACH, may
from gandan.foundation.people.words import Reach, Right, Role, Seat
from gandan.foundation.territory import queries as territory
from gandan.matters.cases.models import Case, Transfer
from gandan.matters.cases.terms import Kind
from gandan.matters.cases.tracks import NEXT
from gandan.pure.refusal import Absent, Refused

WAITING = Q(accepted_at__isnull=True, declined_at__isnull=True, recalled_at__isnull=True, to_office__isnull=False)


def kinds(viewer: Seat) -> frozenset[Kind]:
    """The kinds of case whose secrecy the viewer is cleared for; none without the right to look."""
    if not may(viewer, Right.LOOK):
        return frozenset()
    return frozenset(kind for kind, track in NEXT.items() if track.secrecy in CLEARED[viewer.role])


def sees(viewer: Seat, case: Case) -> bool:
    """Whether a case exists for the viewer. The case comes with its body and folder."""
    if Kind(case.kind) not in kinds(viewer) or case.folder.secrecy not in CLEARED[viewer.role]:
        return False
    if viewer.role is Role.SYSTEM:
        return True
    if REACH[viewer.role] is Reach.BODY:
        return bool(viewer.body_path) and case.body.path.startswith(viewer.body_path)
    return case.office_id == viewer.office_id or (viewer.post_id is not None and case.assignee_id == viewer.post_id)


def is_receiver(viewer: Seat, office_id: int | None) -> bool:
    """Whether an office that something was sent to is the viewer's own office or body."""
    return office_id is not None and office_id in (viewer.office_id, viewer.body_id)


def waiting_for(viewer: Seat) -> Q:
    """Transfers that wait for the viewer's office or body."""
    own = [office for office in (viewer.office_id, viewer.body_id) if office is not None]
    return WAITING & Q(to_office_id__in=own)


def pending(case: Case) -> Transfer | None:
    """The transfer of a case that still waits for its receiver."""
    return Transfer.objects.filter(WAITING, case_id=case.pk).first()


def demand_sight(viewer: Seat, case: Case) -> Transfer | None:
    """Absent unless the viewer sees the case as its holder's, or as the one it was sent to: then that transfer."""
    if sees(viewer, case):
        return None
    transfer = pending(case) if Kind(case.kind) in kinds(viewer) else None
    if transfer is None or not is_receiver(viewer, transfer.to_office_id):
        raise Absent
    return transfer


def demand_hand(by: Seat, case: Case) -> None:
    """Refused unless the case is in the hands of the seat's own body: a higher body looks, urges, and does not act."""
    if by.role is Role.SYSTEM or case.office_id == by.office_id or case.body_id in (by.body_id, by.office_id):
        return
    if REACH[by.role] is Reach.OFFICE or territory.body_of(case.body_id).id == by.body_id:
        return
    raise Refused(
        "case.not_yours",
        f"Hồ sơ do {case.body.name} giải quyết. Anh/chị xem được, nhưng chỉ nơi đó xử lý được.",
        f"{case.body.name} handles this case. You may look, but only they can act on it.",
    )
