"""A visit at the counter: who came, about what, and how it counts."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from gandan.foundation.deadlines import queries as clocks
from gandan.foundation.deadlines.words import ClockState
from gandan.foundation.people.words import PUBLIC, Role
from gandan.foundation.records import queries as records
from gandan.matters.cases.words import Field, Kind, Upload
from gandan.matters.reception import actions, queries
from gandan.matters.reception.models import Group, Visit, VisitMatter
from gandan.matters.reception.tests.conftest import HUNG, LAN, NOW, Counter, World, at
from gandan.matters.reception.words import Handling, Lodging, NewVisit, Presented, Purpose, ReceivedBy, Visitor
from gandan.pure.refusal import Absent, Refused

pytestmark = pytest.mark.django_db


def test_lan_speaks_of_the_road_and_a_matter_is_opened(world: World, counter: Counter) -> None:
    receipt = counter.receive(LAN)
    view = queries.visit(world.minh, receipt.visit_id)
    assert (view.row.number, view.row.year, view.row.on) == (1, 2026, date(2026, 7, 2))
    assert view.row.received_by is ReceivedBy.PERMANENT
    assert [(line.title, line.first, line.counted) for line in view.matters] == [
        ("Đường ấp 3 ngập nước mỗi khi mưa lớn.", True, True)
    ]
    assert [(one.full_name, one.phone) for one in view.persons] == [("Nguyễn Thị Lan", "0912345678")]


def test_register_numbers_run_without_gap_or_repeat_even_past_a_refused_form(world: World, counter: Counter) -> None:
    numbers = [counter.receive().number]
    with pytest.raises(Refused):
        counter.receive(Visitor("  "))
    numbers += [counter.receive().number, counter.receive(when=at(2027, 1, 4)).number]
    assert numbers == [1, 2, 1]


def test_lan_comes_again_and_her_matter_is_linked_not_opened_anew(world: World, counter: Counter) -> None:
    matter = counter.receive(LAN).matter_ids[0]
    again = counter.receive(LAN, when=at(2026, 7, 9), matter=matter)
    assert again.matter_ids == (matter,)
    line = VisitMatter.objects.get(visit_id=again.visit_id)
    assert (line.first, line.counted) == (False, True)


def test_twice_on_one_day_is_two_visits_and_one_matter(world: World, counter: Counter) -> None:
    matter = counter.receive(LAN).matter_ids[0]
    counter.receive(HUNG, matter=matter, when=at(2026, 7, 2, 15))
    assert Visit.objects.count() == 2
    assert VisitMatter.objects.filter(matter_id=matter, counted=True).count() == 1


def test_the_neighbouring_commune_hears_the_same_matter_for_its_first_time(world: World, counter: Counter) -> None:
    matter = counter.receive(LAN).matter_ids[0]
    elsewhere = counter.receive(LAN, by=world.stranger, matter=matter)
    assert VisitMatter.objects.get(visit_id=elsewhere.visit_id).first


def test_asking_about_the_result_is_a_visit_but_not_another_matter(world: World, counter: Counter) -> None:
    matter = counter.receive(LAN).matter_ids[0]
    asked = counter.receive(
        LAN,
        when=at(2026, 7, 10),
        purpose=Purpose.ENQUIRE,
        matters=(Presented(purpose=Purpose.ENQUIRE, matter_id=matter),),
        handling=Handling.ANSWERED,
        answer="Phòng Kinh tế đang xác minh, hạn trả lời 16/07/2026.",
    )
    line = VisitMatter.objects.get(visit_id=asked.visit_id)
    assert (line.matter_id, line.first, line.counted) == (matter, False, False)
    assert counter.receive(HUNG, purpose=Purpose.ENQUIRE).matter_ids == ()


def test_a_matter_first_only_asked_about_is_still_new_when_presented(world: World, counter: Counter) -> None:
    matter = counter.receive(LAN, by=world.stranger).matter_ids[0]
    counter.receive(LAN, purpose=Purpose.ENQUIRE, matters=(Presented(purpose=Purpose.ENQUIRE, matter_id=matter),))
    presented = counter.receive(LAN, when=at(2026, 7, 9), matter=matter)
    assert VisitMatter.objects.get(visit_id=presented.visit_id).first


def test_five_people_with_one_content_are_a_group_and_four_are_not(world: World, counter: Counter) -> None:
    four, five = counter.receive(LAN, head_count=4), counter.receive(LAN, head_count=5)
    assert (four.group, five.group) == (False, True)
    assert list(Group.objects.values_list("visit_id", "head_count")) == [(five.visit_id, 5)]


def test_a_group_of_ten_may_name_two_speakers_not_three(world: World, counter: Counter) -> None:
    third = Visitor("Thạch Sa Rết")
    assert counter.receive(LAN, HUNG, head_count=10).group
    with pytest.raises(Refused) as refusal:
        counter.receive(LAN, HUNG, third, head_count=10)
    assert "2 người đại diện" in refusal.value.fields["people"].vi
    assert counter.receive(LAN, HUNG, third, head_count=11).group


def test_the_same_form_sent_twice_is_one_visit(world: World) -> None:
    visit = NewVisit(token="form-lan", people=(LAN,), content="Đèn đường hỏng.")
    first = actions.register_visit(by=world.minh, at=NOW, visit=visit)
    second = actions.register_visit(by=world.minh, at=at(2026, 7, 2, 8, 1), visit=visit)
    assert (second.visit_id, second.duplicate, first.duplicate) == (first.visit_id, True, False)
    assert Visit.objects.count() == 1


def test_what_lan_hands_in_is_lodged_as_a_complaint_of_the_same_matter(world: World, counter: Counter) -> None:
    lodging = Lodging(Kind.COMPLAINT, "Tôi khiếu nại Quyết định bồi thường đất số 12.", field=Field.LAND)
    receipt = counter.receive(LAN, matters=(Presented(title="Bồi thường đất", lodging=lodging),))
    case = receipt.receipts[0]
    line = VisitMatter.objects.get(visit_id=receipt.visit_id)
    assert line.case_id == case.case_id
    assert (line.case.matter_id, line.case.kind, line.case.channel) == (line.matter_id, "complaint", "reception")
    assert queries.visit(world.minh, receipt.visit_id).row.handling is Handling.LODGED


def test_a_refused_paper_takes_the_visit_back_with_it(world: World, counter: Counter) -> None:
    empty = Lodging(Kind.PETITION, " ")
    with pytest.raises(Refused) as refusal:
        counter.receive(LAN, matters=(Presented(title="Việc", lodging=empty),))
    assert "text" in refusal.value.fields
    assert Visit.objects.count() == 0


def test_what_is_noted_is_answered_within_ten_working_days(world: World, counter: Counter) -> None:
    """Luật Tiếp công dân Điều 28: from Thursday 02/07/2026 the tenth working day is Thursday 16/07/2026."""
    assert counter.receive(LAN).reply_due == date(2026, 7, 16)
    assert counter.receive(LAN, handling=Handling.ANSWERED, answer="Đã giải thích.").reply_due is None


def test_the_written_answer_stops_the_clock_once(world: World, counter: Counter) -> None:
    visit = counter.receive(LAN).visit_id
    text = "UBND xã sẽ sửa cống ấp 3 trong tháng 8/2026."
    with pytest.raises(Absent):
        actions.answer_visit(visit, by=world.stranger, at=at(2026, 7, 9), answer=text)
    actions.answer_visit(visit, by=world.minh, at=at(2026, 7, 9), answer=text)
    view = queries.visit(world.minh, visit)
    assert (view.answer, view.answered_on, view.row.handling) == (text, date(2026, 7, 9), Handling.NOTED)
    assert [clock.state for clock in clocks.of_folder(view.folder_id)] == [ClockState.MET]
    with pytest.raises(Refused) as again:
        actions.answer_visit(visit, by=world.minh, at=at(2026, 7, 10), answer=text)
    assert again.value.code == "reception.answered"


def test_why_the_answer_is_due_that_day_is_told(world: World, counter: Counter) -> None:
    view = queries.visit(world.minh, counter.receive(LAN).visit_id)
    assert view.reply_due == date(2026, 7, 16)
    assert "16/07/2026" in view.reply_why[-1].vi
    assert "Điều 28" in view.reply_why[-1].vi


def test_every_field_at_fault_is_named_at_once(world: World) -> None:
    visit = NewVisit(token="form", people=(), content="  ", head_count=0, handling=Handling.ANSWERED)
    with pytest.raises(Refused) as refusal:
        actions.register_visit(by=world.minh, at=NOW, visit=visit)
    assert set(refusal.value.fields) == {"people", "content", "head_count", "answer"}


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("address", {"people": (Visitor("Nguyễn Thị Lan"),)}),
        ("head_count", {"head_count": 1_000_000}),
        ("head_count", {"people": (LAN, HUNG), "head_count": 1}),
        ("content", {"content": "x" * 20_001}),
        ("on", {"on": date(2026, 7, 3)}),
        ("token", {"token": ""}),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(world: World, fault: str, change: dict[str, object]) -> None:
    sound = NewVisit(token="form", people=(LAN,), content="Đèn đường hỏng.")
    with pytest.raises(Refused) as refusal:
        actions.register_visit(by=world.minh, at=NOW, visit=replace(sound, **change))
    assert set(refusal.value.fields) == {fault}


def test_yesterdays_paper_line_counts_yesterday(world: World, counter: Counter) -> None:
    receipt = counter.receive(LAN, on=date(2026, 7, 1))
    view = queries.visit(world.minh, receipt.visit_id)
    assert view.row.on == date(2026, 7, 1)
    assert VisitMatter.objects.get(visit_id=receipt.visit_id).on == date(2026, 7, 1)


def test_script_emoji_and_decomposed_letters_are_kept_as_text(world: World, counter: Counter) -> None:
    decomposed = "Ho\u0300a Bi\u0300nh <script>alert(1)</script> 🙏\x00"
    view = queries.visit(world.minh, counter.receive(LAN, content=decomposed).visit_id)
    assert view.row.content == "Hòa Bình <script>alert(1)</script> 🙏"


def test_the_journal_tells_the_visit_and_the_day_it_alters(world: World, counter: Counter) -> None:
    receipt = counter.receive(LAN, on=date(2026, 7, 1))
    folder = Visit.objects.get(pk=receipt.visit_id).folder
    assert [(entry.verb, entry.author, entry.days) for entry in folder.entries.all()] == [
        ("receive", "Trần Văn Minh, UBND xã Hòa Bình", ["2026-07-01"])
    ]
    assert list(records.breaks([folder.pk])) == []


def test_a_citizen_and_a_report_officer_write_nothing_down(world: World) -> None:
    visit = NewVisit(token="form", people=(LAN,), content="Đèn đường hỏng.")
    with pytest.raises(Absent):
        actions.register_visit(by=PUBLIC, at=NOW, visit=visit)
    with pytest.raises(Refused) as refusal:
        actions.register_visit(by=replace(world.minh, role=Role.REPORTER), at=NOW, visit=visit)
    assert refusal.value.code == "people.no_right"


def test_a_matter_named_twice_in_one_form_counts_once(world: World, counter: Counter) -> None:
    matter = counter.receive(LAN).matter_ids[0]
    twice = counter.receive(
        LAN, when=at(2026, 7, 9), matters=(Presented(matter_id=matter), Presented(matter_id=matter))
    )
    assert twice.matter_ids == (matter,)


def test_a_photo_that_is_no_photo_is_refused_with_a_sentence(world: World, counter: Counter) -> None:
    fake = Upload("anh.jpg", io.BytesIO(b"MZ not a picture"))
    lodging = Lodging(Kind.FEEDBACK, "Rác chất đống trước chợ.", files=(fake,))
    with pytest.raises(Refused) as refusal:
        counter.receive(LAN, matters=(Presented(lodging=lodging),))
    assert "anh.jpg" in refusal.value.said.vi
