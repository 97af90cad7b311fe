"""What a citizen reads behind "vì sao ngày này?"."""

from datetime import date

from gandan.pure.clock.calendar import national
from gandan.pure.clock.clock import Extension, Pause, due
from gandan.pure.clock.words import PauseReason


def told(rule_id, start, **given):
    return [step.vi for step in due(rule_id, start, calendar=national(), **given).explain()]


def test_a_complaint_received_on_the_first_day_of_the_new_law():
    assert told("KN.ACCEPT", date(2026, 7, 1)) == [
        "Cơ quan nhận được đơn khiếu nại vào thứ Tư 01/07/2026; thời hạn tính từ việc này.",
        "Việc từ ngày 01/07/2026 trở đi theo quy định mới.",
        "Ngày xảy ra việc này không tính; ngày đầu tiên được đếm là thứ Năm 02/07/2026 "
        "(khoản 2 Điều 147 Bộ luật Dân sự 2015).",
        "Thời hạn là 7 ngày làm việc: chỉ đếm những ngày cơ quan làm việc.",
        "Không đếm 2 ngày thứ Bảy, Chủ nhật: 04/07 và 05/07.",
        "Vậy cơ quan phải báo cho người khiếu nại biết có thụ lý hay không, nếu không thì nêu rõ lý do, "
        "chậm nhất là hết ngày thứ Sáu 10/07/2026 (theo khoản 1 Điều 16 Nghị định số 124/2020/NĐ-CP, "
        "được sửa đổi, bổ sung bởi Điều 10 Nghị định số 155/2026/NĐ-CP).",
    ]


def test_holidays_are_named_and_weekends_gathered():
    steps = told("TCD.REPLY", date(2026, 4, 24))
    assert "Không đếm Chủ nhật 26/04/2026: nghỉ lễ Giỗ Tổ Hùng Vương." in steps
    assert "Không đếm thứ Hai 27/04/2026: nghỉ bù Giỗ Tổ Hùng Vương." in steps
    assert "Không đếm thứ Năm 30/04/2026: nghỉ lễ Ngày Chiến thắng 30/4." in steps
    assert "Không đếm 5 ngày thứ Bảy, Chủ nhật: 25/04, 02/05, 03/05, 09/05 và 10/05." in steps


def test_tet_is_told_as_one_stretch():
    steps = told("TCD.REPLY", date(2026, 2, 12))
    assert "Không đếm từ thứ Hai 16/02/2026 đến thứ Sáu 20/02/2026: nghỉ Tết Nguyên đán." in steps


def test_a_worked_saturday_is_told():
    assert "Có đếm thứ Bảy 22/08/2026: ngày làm bù cho thứ Hai 31/08/2026." in told("TC.INITIAL", date(2026, 8, 20))


def test_a_roll_over_names_every_day_off_and_both_dates():
    steps = told("KN.SETTLE1", date(2026, 8, 1))
    assert steps[-2] == (
        "Đếm đủ thì đến thứ Hai 31/08/2026. Cơ quan nghỉ thứ Hai 31/08/2026 (nghỉ hoán đổi, làm bù thứ Bảy "
        "22/08/2026), từ thứ Ba 01/09/2026 đến thứ Tư 02/09/2026 (nghỉ lễ Quốc khánh 2/9), nên thời hạn kéo đến "
        "hết ngày làm việc kế tiếp (khoản 5 Điều 148 Bộ luật Dân sự 2015)."
    )
    assert "hết ngày thứ Năm 03/09/2026" in steps[-1]


def test_without_roll_over_the_other_date_is_shown():
    steps = told("KN.SETTLE1", date(2026, 7, 3), roll_agency=False)
    assert "Chủ nhật 02/08/2026" in steps[-2]
    assert "nếu dời thì hạn là thứ Hai 03/08/2026" in steps[-2]


def test_remote_and_complex_say_why_the_time_is_longer():
    steps = told("KN.SETTLE1", date(2026, 7, 1), remote=True, complex=True)
    assert (
        "Vì ở vùng sâu, vùng xa và vụ việc phức tạp, thời hạn là 60 ngày (thông thường là 30 ngày): "
        "đếm liên tục, cả thứ Bảy, Chủ nhật và ngày lễ."
    ) in steps
    only_complex = told("KN.SETTLE1", date(2026, 7, 1), complex=True)
    assert any(step.startswith("Vì vụ việc phức tạp, thời hạn là 45 ngày") for step in only_complex)
    checks = told("TC.INITIAL", date(2026, 7, 1), complex=True)
    assert any(step.startswith("Vì phải xác minh ở nhiều địa điểm") for step in checks)


def test_a_flag_without_effect_is_said_to_be_without_effect():
    steps = told("TCD.REPLY", date(2026, 7, 1), remote=True, complex=True)
    assert "Quy định này không có thời hạn riêng cho vùng sâu, vùng xa." in steps
    assert "Quy định này không có thời hạn riêng cho vụ việc phức tạp." in steps


def test_a_pause_and_its_decision_are_told():
    closed = Pause(date(2026, 7, 10), date(2026, 7, 20), PauseReason.OTHER_BODY.said, "Quyết định số 15/QĐ-UBND")
    steps = told("KN.SETTLE1", date(2026, 7, 1), pauses=[closed])
    assert (
        "Thời hạn tạm dừng từ thứ Sáu 10/07/2026 vì phải chờ kết quả của cơ quan khác (Quyết định số 15/QĐ-UBND) "
        "và chạy tiếp từ thứ Hai 20/07/2026. Khoảng dừng không tính, nên hạn lùi thêm 10 ngày."
    ) in steps
    still = Pause(date(2026, 7, 10), None, PauseReason.OBSTACLE.said, "Quyết định số 16/QĐ-UBND")
    assert any(
        "đang tạm dừng từ thứ Sáu 10/07/2026" in step for step in told("KN.SETTLE1", date(2026, 7, 1), pauses=[still])
    )


def test_an_extension_names_its_decision_and_authority():
    given = Extension(30, "Quyết định số 21/QĐ-UBND", date(2026, 7, 28), "Chủ tịch UBND xã Hòa Bình")
    steps = told("TC.SETTLE", date(2026, 7, 1), complex=True, extensions=[given])
    assert (
        "Được gia hạn thêm 30 ngày theo Quyết định số 21/QĐ-UBND ngày 28/07/2026 của Chủ tịch UBND xã Hòa Bình, "
        "thành 60 ngày."
    ) in steps
    without = told("TC.SETTLE", date(2026, 7, 1), complex=True)
    assert any(step.startswith("Có thể gia hạn một lần với vụ việc phức tạp") for step in without)


def test_a_time_before_an_event_is_told_backwards():
    steps = told("KN.DIALOGUE_NOTICE", date(2026, 7, 17))
    assert steps[0] == "Buổi đối thoại diễn ra vào thứ Sáu 17/07/2026; thời hạn tính lùi từ ngày này."
    assert "Cơ quan nghỉ từ thứ Bảy 11/07/2026 đến Chủ nhật 12/07/2026" in steps[-2]
    assert "chậm nhất là hết ngày thứ Sáu 10/07/2026" in steps[-1]


def test_a_quota_names_its_period():
    steps = told("TCD.CHAIR_XA", date(2026, 7, 5))
    assert steps[0] == "Ngày Chủ nhật 05/07/2026 thuộc tháng 07/2026, tính từ 01/07/2026 đến 31/07/2026."
    assert "ít nhất 2 ngày trong tháng 07/2026, chậm nhất là hết ngày thứ Sáu 31/07/2026" in steps[-1]
    assert "ít nhất 1 ngày trong tuần 22/06–28/06/2026" in told("TCD.CHAIR_XA", date(2026, 6, 24))[-1]


def test_doubts_are_told():
    assert any("chưa có thông báo chính thức" in step for step in told("KN.SETTLE1", date(2027, 7, 1)))
    assert any("địa phương có thể quy định khác" in step for step in told("XLD.PROCESS", date(2026, 7, 1)))
    assert not any("chưa có thông báo" in step for step in told("STAT.PERIODS", date(2026, 12, 15)))
