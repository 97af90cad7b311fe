"""What must hold for every rule, day, pause and calendar."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.pure.clock.calendar import MarkedDay, national
from gandan.pure.clock.clock import Pause, due, due_by
from gandan.pure.clock.days import spoken
from gandan.pure.clock.rules import rules_on
from gandan.pure.clock.words import DayKind, Direction, PauseReason, Unit
from gandan.pure.speech import Said

starts = st.dates(date(2026, 7, 1), date(2035, 12, 31))
versions = st.sampled_from(rules_on(date(2026, 7, 1)))
countings = st.sampled_from(
    [v for v in rules_on(date(2026, 7, 1)) if v.direction in (Direction.WITHIN, Direction.KEEP)]
)
flags = st.booleans()
closings = st.dictionaries(
    st.dates(date(2026, 7, 1), date(2027, 12, 31)), st.sampled_from([DayKind.OFF, DayKind.SWAP_WORK]), max_size=12
)


def calendar_with(days):
    return national().with_days(
        {day: MarkedDay(kind, Said("theo thông báo", "by notice"), "Thông báo") for day, kind in days.items()}
    )


def some_pauses(draw, start):
    """Disjoint closed pauses, the last perhaps still open."""
    made, free = [], start
    for _ in range(draw(st.integers(1, 4))):
        first = free + timedelta(days=draw(st.integers(0, 40)))
        until = first + timedelta(days=draw(st.integers(0, 200)))
        made.append(Pause(first, until, PauseReason.OBSTACLE.said, "QĐ"))
        free = until
    if draw(st.booleans()):
        made[-1] = Pause(made[-1].first, None, PauseReason.OBSTACLE.said, "QĐ")
    return made


@given(st.data(), countings, starts, flags, flags)
@settings(max_examples=150, deadline=None)
def test_a_pause_never_moves_a_date_earlier(data, version, start, remote, complex_):
    stops = some_pauses(data.draw, start)
    dates = [
        due_by(version, start, calendar=national(), remote=remote, complex=complex_, pauses=stops[:n]).on
        for n in range(len(stops) + 1)
    ]
    assert dates == sorted(dates)


@given(versions, starts, flags, flags, closings)
@settings(max_examples=150, deadline=None)
def test_due_days_are_working_days(version, start, remote, complex_, days):
    calendar = calendar_with(days)
    reckoned = due_by(version, start, calendar=calendar, remote=remote, complex=complex_)
    if version.direction is Direction.CUTOFF:
        assert reckoned.on == reckoned.period.last
    elif version.direction is Direction.QUOTA:
        assert calendar.is_working(reckoned.on) or reckoned.on == reckoned.period.last
    else:
        assert calendar.is_working(reckoned.on)
    if reckoned.length and reckoned.length.unit is Unit.WORKING_DAYS:
        assert reckoned.on == reckoned.unrolled_on


@given(versions, starts, st.integers(1, 60), flags, flags, closings)
@settings(max_examples=150, deadline=None)
def test_a_later_start_is_never_due_earlier(version, start, later, remote, complex_, days):
    calendar = calendar_with(days)
    first, second = (
        due_by(version, day, calendar=calendar, remote=remote, complex=complex_).on
        for day in (start, start + timedelta(days=later))
    )
    assert first <= second


@given(versions, starts, flags, flags, closings)
@settings(max_examples=150, deadline=None)
def test_the_explanation_begins_with_the_start_and_ends_with_the_due_day(version, start, remote, complex_, days):
    reckoned = due_by(version, start, calendar=calendar_with(days), remote=remote, complex=complex_)
    steps = reckoned.explain()
    assert spoken(start).vi in steps[0].vi and spoken(start).en in steps[0].en
    assert spoken(reckoned.on).vi in steps[-1].vi and spoken(reckoned.on).en in steps[-1].en
    assert version.citation.vi in steps[-1].vi
    for step in steps:
        assert step.vi.endswith(".") and step.en.endswith(".")
        assert "{" not in step.vi + step.en and "  " not in step.vi + step.en


@given(countings, starts, flags, flags)
@settings(max_examples=100, deadline=None)
def test_remote_and_complex_never_shorten(version, start, remote, complex_):
    plain = due_by(version, start, calendar=national())
    assert plain.on <= due_by(version, start, calendar=national(), remote=remote, complex=complex_).on


@given(starts, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_a_working_day_limit_counts_exactly_its_working_days(start, shift):
    reckoned = due("TCD.REPLY", start, calendar=national())
    walked = [start + timedelta(days=n) for n in range(1, (reckoned.on - start).days + 1)]
    assert sum(national().is_working(day) for day in walked) == 10
    assert reckoned.late_by(reckoned.on + timedelta(days=shift)).days == shift
