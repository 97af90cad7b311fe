"""The live demo: three months of work at xã Hòa Bình and at the province, up to the given moment.

About 120 cases and 150 visits in all states, written by the rooms' own actions with a moving `at`. Days are counted
back from the present moment, so that some things are due today whenever the demo is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import cycle
from random import Random

from gandan.doors.console.demo import courses, visits
from gandan.doors.console.demo.diary import Diary, Story
from gandan.doors.console.demo.province import Province
from gandan.doors.console.demo.tale import Tale, World
from gandan.doors.console.demo.tellings import HAMLETS, Telling, spoken, tellings
from gandan.foundation.territory.words import UnitView
from gandan.matters.cases.words import Channel, Ineligible, Kind, Sender
from gandan.matters.reception.words import Ground

SEED = 86
MONTHS_BACK = 62  # working days: three months

_CHANNELS = (
    Channel.PORTAL,
    Channel.RECEPTION,
    Channel.PORTAL,
    Channel.COUNTER,
    Channel.PORTAL,
    Channel.PHONE,
    Channel.RECEPTION,
    Channel.PORTAL,
    Channel.LETTERBOX,
)
LAN = Sender("Nguyễn Thị Lan", phone="0912000345", address="Ấp Ngãi Hòa, xã Hòa Bình")


class Plan:
    """Puts the stories of three months into a diary."""

    def __init__(self, world: World, diary: Diary) -> None:
        self.world, self.diary = world, diary
        self._tellings = {kind: cycle(tellings(kind)) for kind in Kind}
        self._hamlets = cycle(HAMLETS)
        self._channels = cycle(_CHANNELS)

    def tale(self, kind: Kind, *, channel: Channel | None = None, about: Telling | None = None) -> Tale:
        """The next case of a kind; feedback from the portal is sometimes sent without a name."""
        chosen = (about or next(self._tellings[kind])).at(next(self._hamlets))
        way = channel or next(self._channels)
        unnamed = kind is Kind.FEEDBACK and way is Channel.PORTAL and self.world.chance.random() < 0.25
        return Tale(self.world, chosen, way, Sender() if unnamed else self.world.person())

    def case(self, ago: int, kind: Kind, course: Callable[[Tale], Story], **chosen: object) -> None:
        """A case received so many working days ago that goes its course."""
        tale = self.tale(kind, **chosen)  # type: ignore[arg-type]  # passed through by name
        hour = self.world.chance.uniform(6.2, 21.5) if tale.channel is Channel.PORTAL and ago else None
        self.diary.begin(self.diary.working_day(ago), partial(course, tale), hour=hour)

    def visit(self, ago: int, story: Callable[[], Story]) -> None:
        """A visit so many working days ago."""
        self.diary.begin(self.diary.working_day(ago), story)


def load(at: datetime, report: Callable[[str], None], province: Province) -> None:
    """Tell the three months before `at`."""
    chance = Random(SEED)
    world = World(province, chance)
    diary = Diary(at, chance)
    plan = Plan(world, diary)
    _feedback(plan)
    _petitions(plan)
    _complaints(plan)
    _elsewhere(plan)
    _at_the_counters(plan)
    _sessions(plan)
    diary.run()
    report(f"Vĩnh Long: {len(world.told)} đơn và phản ánh của ba tháng gần đây")


def _feedback(plan: Plan) -> None:
    """Phản ánh: seven working days; most are answered in time, some are late, some are due today."""
    chance, kind = plan.world.chance, Kind.FEEDBACK
    for ago in _spread(chance, 32, least=9, most=MONTHS_BACK):
        stars = chance.choices((0, 5, 4, 3), (3, 4, 3, 1))[0]
        after = chance.randint(1, 4)
        plan.case(ago, kind, partial(courses.answered, after=after, stars=stars))
    for ago, after, stars in ((48, 9, 2), (39, 11, 3), (31, 8, 2), (24, 10, 0), (19, 9, 3)):
        plan.case(ago, kind, partial(courses.answered, after=after, stars=stars))
    for ago in (6, 4, 3, 3, 2, 1):
        plan.case(ago, kind, courses.taken_up)
    for ago in (7, 7):  # due today
        plan.case(ago, kind, courses.taken_up)
    plan.case(13, kind, courses.taken_up)  # late, with the official
    plan.case(10, kind, courses.unassigned)  # late, with nobody named
    plan.case(9, kind, courses.arrived)  # late, not even sorted
    plan.case(11, kind, partial(courses.sent_on, to="sxd", reason="Đường tỉnh do Sở Xây dựng quản lý"))  # late, there
    plan.case(2, kind, partial(courses.sent_on, to="sxd", reason="Thuộc hành lang đường tỉnh do Sở quản lý"))
    reason = "Phải chờ nước rút mới kiểm tra được cống."
    plan.case(9, kind, partial(courses.extended, after=3, days=5, reason=reason))
    for ago in (1, 0, 0):
        plan.case(ago, kind, courses.arrived)
    plan.case(15, kind, partial(courses.answered, after=3, close=False))
    plan.case(27, kind, partial(courses.asked_again, after=14), about=tellings(kind)[0])
    plan.case(35, kind, partial(courses.taken_over, reply=True), about=tellings(kind)[9])
    plan.case(8, kind, partial(courses.taken_over, reply=False), about=tellings(kind)[9])
    plan.case(6, kind, courses.declined, about=tellings(kind)[11])
    plan.case(40, kind, courses.withdrawn, about=tellings(kind)[13])
    plan.case(29, kind, _filed(Ineligible.DUPLICATE, "Trùng với phản ánh đã nhận và đang xử lý."))
    plan.case(17, kind, _filed(Ineligible.ANONYMOUS, "Không nêu được địa điểm, không có căn cứ kiểm tra."))


def _petitions(plan: Plan) -> None:
    """Kiến nghị: ten working days to take up, thirty days to settle."""
    chance, kind = plan.world.chance, Kind.PETITION
    for ago in _spread(chance, 14, least=22, most=MONTHS_BACK):
        stars = chance.choices((0, 5, 4, 3), (4, 4, 3, 1))[0]
        after = chance.randint(6, 16)
        plan.case(ago, kind, partial(courses.answered, after=after, stars=stars))
    for ago in (58, 49):
        plan.case(ago, kind, partial(courses.answered, after=26, stars=2))
    for ago in (16, 12, 9, 7, 5, 3):
        plan.case(ago, kind, courses.taken_up)
    plan.case(34, kind, courses.taken_up)  # late
    plan.case(10, kind, courses.arrived, channel=Channel.RECEPTION)  # due today: ten working days
    plan.case(12, kind, courses.arrived, channel=Channel.POST)  # late, not sorted
    reason = "Chờ tỉnh phân bổ kinh phí đợt hai."
    plan.case(26, kind, partial(courses.extended, after=15, days=30, reason=reason))
    plan.case(1, kind, courses.arrived)
    plan.case(
        37, kind, _filed(Ineligible.UNSIGNED, "Đơn không có chữ ký, đã liên hệ nhưng không xác định được người gửi.")
    )
    plan.case(21, kind, _filed(Ineligible.MULTI_ADDRESS, "Đơn gửi nhiều nơi, trong đó có nơi đang giải quyết."))
    plan.case(30, kind, _guided("Tòa án nhân dân khu vực", "Tranh chấp hợp đồng vay tiền do Tòa án giải quyết."))
    plan.case(4, kind, partial(courses.sent_on, to="nnmt", reason="Kênh cấp một do tỉnh quản lý"))


def _complaints(plan: Plan) -> None:
    """Khiếu nại lần đầu: seven working days to accept, thirty days to settle; bà Lan's among them."""
    kind = Kind.COMPLAINT
    counter = {"channel": Channel.RECEPTION}
    for ago, result in ((62, "partly"), (57, "right"), (52, "wrong"), (47, "right"), (43, "wrong"), (38, "partly")):
        plan.case(ago, kind, partial(courses.decided, result=result), **counter)
    plan.case(24, kind, partial(courses.decided, result="partly", close=False), **counter)
    plan.case(17, kind, partial(courses.decided, result="right", after=4, send=False), **counter)
    lan = Tale(plan.world, tellings(kind)[0].at("ấp Ngãi Hòa"), Channel.RECEPTION, LAN)
    plan.diary.begin(plan.diary.working_day(14), partial(courses.heard, lan))
    for ago in (11, 6):
        plan.case(ago, kind, courses.verified, **counter)
    plan.case(31, kind, courses.verified, **counter)  # late
    plan.case(20, kind, courses.suspended, **counter)
    plan.case(33, kind, partial(courses.suspended, resume_after=9), **counter)
    plan.case(28, kind, courses.complex_one, **counter)
    plan.case(22, kind, courses.refused, channel=Channel.POST)
    plan.case(36, kind, courses.withdrawn, **counter)
    plan.case(7, kind, courses.sorted_only, **counter)  # to be accepted today: seven working days
    plan.case(1, kind, courses.arrived, **counter)


def _elsewhere(plan: Plan) -> None:
    """Other communes hear from their people through the portal; some answer nobody, and the province sees it."""
    chance = plan.world.chance
    neighbour = plan.world.province.offices["neighbour"]
    busy = [(office, unit) for office, unit in plan.world.province.others if office == neighbour]
    silent = chance.sample([pair for pair in plan.world.province.others if pair[0] != neighbour], 5)
    for (office, unit), agos in zip(
        (*busy, *silent), ((15, 9, 4, 1), (13, 2), (10,), (16, 5), (3,), (11, 8)), strict=True
    ):
        for ago in agos:
            plan.diary.begin(plan.diary.working_day(ago), _from_elsewhere(plan, office, unit), hour=19.5)


def _from_elsewhere(plan: Plan, office: int, unit: UnitView) -> Callable[[], Story]:
    key = f"office-{office}"
    plan.world.province.offices[key] = office
    chance = plan.world.chance
    hamlet = f"ấp {chance.randint(1, 9)}"
    words = chance.choice([one for one in tellings(Kind.FEEDBACK) if "{ap}" in one.place]).at(hamlet, unit.in_text)
    sender = replace(plan.world.person(), address=f"{hamlet[:1].upper()}{hamlet[1:]}, {unit.in_text}")
    told = Tale(plan.world, words, Channel.PORTAL, sender, office=key, unit=unit)
    return partial(courses.arrived, told)


def _at_the_counters(plan: Plan) -> None:
    """What is said, asked and brought again at the two counters."""
    world, chance = plan.world, plan.world.chance
    oral, above = cycle(spoken("oral")), cycle(spoken("at_province"))
    for ago in _spread(chance, 30, least=0, most=MONTHS_BACK):
        said = next(oral)
        plan.visit(ago, partial(visits.speaks, world, said))
    for ago in _spread(chance, 24, least=0, most=MONTHS_BACK - 6):
        plan.visit(ago, partial(visits.asks, world))
    for ago in _spread(chance, 10, least=0, most=MONTHS_BACK - 8):
        plan.visit(ago, partial(visits.comes_back, world))
    for ago in _spread(chance, 26, least=0, most=MONTHS_BACK):
        said = next(above)
        plan.visit(ago, partial(visits.speaks, world, said, desk="khoa"))
    for ago, after in ((45, 6), (33, 9), (21, 8), (10, 0), (4, 0)):
        said_aloud = "Đề nghị làm nắp đậy mương thoát nước trước dãy nhà tập thể cho trẻ nhỏ khỏi té."
        plan.visit(ago, partial(visits.noted, world, said_aloud, answer_after=after))
    salt = "Mười hai hộ đề nghị vận hành lại cống ngăn mặn, xả phèn trước vụ lúa và công khai lịch đóng mở cống."
    smell = "Bảy hộ đề nghị xử lý mùi hôi từ cơ sở sơ chế dừa sát khu dân cư."
    plan.visit(41, partial(visits.group_comes, world, salt, people=12))
    plan.visit(18, partial(visits.group_comes, world, smell, people=7))
    plan.visit(23, partial(visits.at_once, world))
    drunk = "Người đến đang say, đã mời về và hẹn tiếp vào buổi sáng hôm sau."
    settled = (
        "Việc tranh chấp lối đi đã giải quyết, rà soát và thông báo bằng văn bản năm trước; không có tình tiết mới."
    )
    plan.visit(44, partial(visits.turned_away, world, Ground.INTOXICATED, drunk, notice=False))
    plan.visit(26, partial(visits.turned_away, world, Ground.SETTLED, settled, notice=True))


def _sessions(plan: Plan) -> None:
    """The chair of the commune on the 4th and the 18th, the chair of the province on the 15th: past and to come."""
    diary = plan.diary
    commune = [day for mark in (4, 18) for day in _monthly(diary, mark)]
    for desk, days in (("minh", sorted(commune)), ("khoa", _monthly(diary, 15))):
        for turn, day in enumerate(days):
            planned = diary.calendar.add_working(day, -32)
            diary.begin(
                planned,
                partial(visits.session, plan.world, diary, day, desk=desk, turn=turn),
                hour=7.6,
            )


def _monthly(diary: Diary, mark: int) -> list[date]:
    """The working days on or after a day of each month, from three months back to six weeks ahead."""
    first, last = diary.today - timedelta(days=92), diary.today + timedelta(days=45)
    months = {(day.year, day.month) for day in (first + timedelta(days=step) for step in range((last - first).days))}
    days = [diary.calendar.next_working(date(year, month, mark)) for year, month in sorted(months)]
    return [day for day in days if first <= day <= last]


def _spread(chance: Random, size: int, *, least: int, most: int) -> Iterator[int]:
    """So many days ago, evenly over a span with a little chance, the oldest first."""
    step = (most - least) / size
    for place in range(size):
        yield round(most - step * place - chance.uniform(0, step))


def _filed(reason: Ineligible, because: str) -> Callable[[Tale], Story]:
    return partial(courses.filed, reason=reason, because=because)


def _guided(to: str, text: str) -> Callable[[Tale], Story]:
    return partial(courses.guided, to=to, text=text)
