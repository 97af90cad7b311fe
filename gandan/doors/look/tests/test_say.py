"""Both languages stand together in every template, and what a person typed cannot become markup."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from gandan.doors.look.language import LanguageMiddleware, current, speak
from gandan.pure.speech import Said, Word


class Colour(Word):
    RED = "red", "đỏ", "red"


def in_english(source: str, **given: object) -> str:
    drawn: list[str] = []

    def page(request: HttpRequest) -> HttpResponse:
        drawn.append(Template(source).render(Context(given)))
        return HttpResponse()

    LanguageMiddleware(page)(RequestFactory().get("/?lang=en"))
    return drawn[0]


def in_vietnamese(source: str, **given: object) -> str:
    return Template(source).render(Context(given))


def test_a_sentence_speaks_the_language_of_the_page() -> None:
    source = '{% say "Còn {n} ngày" "{n} days left" n=days %}'
    assert in_vietnamese(source, days=3) == "Còn 3 ngày"
    assert in_english(source, days=3) == "3 days left"


@pytest.mark.parametrize(
    "source",
    ['{% say "Chỉ tiếng Việt" %}', "{% say %}", '{% say vi "English" %}', '{% say "a" "b" stray %}'],
)
def test_a_sentence_without_its_twin_does_not_compile(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template(source)


def test_a_blank_that_nobody_fills_fails_when_the_template_is_read() -> None:
    with pytest.raises(KeyError):
        Template('{% say "Còn {n} ngày" "{n} days" m=days %}')


def test_what_a_person_typed_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>{n}"
    drawn = in_vietnamese('{% say "Chào {name}" "Hello {name}" name=name %}', name=evil)
    assert drawn == "Chào &lt;script&gt;alert(1)&lt;/script&gt;{n}"


def test_words_and_sentences_are_said_in_the_language_of_the_page() -> None:
    assert in_vietnamese("{{ a|say }} {{ b|say }}", a=Colour.RED, b=Said("một", "one")) == "đỏ một"
    assert in_english("{{ a|say }} {{ b|say }}{{ none|say }}", a=Colour.RED, b=Said("một", "one")) == "red one"


def test_a_sentence_can_be_kept_under_a_name_without_being_escaped_twice() -> None:
    assert in_vietnamese('{% say "Điều & khoản" "Terms" as t %}[{{ t }}]') == "[Điều &amp; khoản]"


def test_numbers_and_days_are_written_the_vietnamese_way() -> None:
    due, at = date(2026, 7, 13), datetime(2026, 7, 13, 1, 5, tzinfo=UTC)
    source = "{{ n|count }} {{ d|day }} {{ d|weekday|capital }} {{ m|moment }}"
    assert in_vietnamese(source, n=4101, d=due, m=at) == "4.101 13/07/2026 Thứ Hai 13/07/2026 08:05 ngày 13/07/2026"
    assert in_english(source, n=4101, d=due, m=at) == "4,101 13 July 2026 Monday 13 July 2026 08:05, 13 July 2026"


def test_nothing_known_is_a_dash_and_not_a_zero() -> None:
    assert in_vietnamese("{{ n|count }}", n=None) == "–"


def test_the_choice_of_language_is_remembered_and_a_strange_one_is_vietnamese() -> None:
    spoken: list[str] = []

    def page(request: HttpRequest) -> HttpResponse:
        spoken.append(current())
        return HttpResponse()

    middleware = LanguageMiddleware(page)
    chosen = middleware(RequestFactory().get("/", {"lang": "en"}))
    assert chosen.cookies["gandan_lang"].value == "en"
    later = RequestFactory().get("/")
    later.COOKIES["gandan_lang"] = "en"
    middleware(later)
    middleware(RequestFactory().get("/", {"lang": "klingon"}))
    assert spoken == ["en", "en", "vi"]
    assert speak(Said("sau đó", "after")) == "sau đó"  # the choice does not leak into the next request
