"""What was found, for a terminal, for a machine and for a browser. Pure functions: text in, text out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from gandan.pure.claims.model import Checked, Claim, Relation
from gandan.pure.claims.words import Verdict

_AROUND = 50
_CLASSES = {Verdict.ERROR: "finding error", Verdict.QUESTION: "finding question"}


# -- terminal ---------------------------------------------------------------------------------------------------------


def terminal(name: str, checked: Checked, *, english: bool = False, colour: bool = False) -> str:
    """The findings of one text: where, the words with the span underlined, the computation, the repairs."""
    blocks = [_block(name, checked.text, one, english, colour) for one in checked.findings]
    return "\n\n".join([*blocks, _summary(name, checked, english)]) + "\n"


def _block(name: str, text: str, relation: Relation, english: bool, colour: bool) -> str:
    line = text.count("\n", 0, relation.start) + 1
    said = relation.verdict.said.en if english else relation.verdict.said.vi
    head = f"{name}:{line}: {_paint(said.upper(), relation.verdict, colour)}"
    lead, span, tail = _excerpt(text, relation)
    reason = relation.reason.en if english else relation.reason.vi
    rows = [head, f"  {lead}{span}{tail}", "  " + " " * len(lead) + "‾" * len(span), f"  {reason}"]
    if relation.repairs:
        word = "May be" if english else "Có thể là"
        choices = "; ".join(
            f"{one.old} → {one.new} ({one.why.en if english else one.why.vi})" for one in relation.repairs
        )
        rows.append(f"  {word}: {choices}")
    return "\n".join(rows)


def _excerpt(text: str, relation: Relation) -> tuple[str, str, str]:
    """The words around a span on one line; a long span is cut in its middle."""
    lead = " ".join(text[max(0, relation.start - _AROUND) : relation.start].split(" "))
    tail = text[relation.end : relation.end + _AROUND]
    span = relation.text if len(relation.text) <= 160 else relation.text[:100] + " … " + relation.text[-55:]
    flat = [piece.replace("\r", " ").replace("\n", " ").replace("\t", " ") for piece in (lead, span, tail)]
    return flat[0], flat[1], flat[2]


def _paint(word: str, verdict: Verdict, colour: bool) -> str:
    if not colour:
        return word
    return f"\x1b[{'31' if verdict is Verdict.ERROR else '33'};1m{word}\x1b[0m"


def _summary(name: str, checked: Checked, english: bool) -> str:
    held = sum(one.verdict in (Verdict.OK, Verdict.ROUNDING) for one in checked.relations)
    wrong = len(checked.errors)
    asked = len(checked.findings) - wrong
    if english:
        return f"{name}: {len(checked.claims)} figures, {held} ties hold, {wrong} do not, {asked} worth a second look"
    return f"{name}: {len(checked.claims)} số liệu, {held} quan hệ khớp, {wrong} không khớp, {asked} cần xem lại"


# -- machine ----------------------------------------------------------------------------------------------------------


def as_json(files: Iterable[tuple[str, Checked]]) -> str:
    """A list with one object for each file: `file`, `relations`. Offsets count characters of the text as decoded."""
    return json.dumps(
        [{"file": name, "relations": [relation_object(one) for one in checked.relations]} for name, checked in files],
        ensure_ascii=False,
        indent=1,
    )


def relation_object(relation: Relation) -> dict[str, object]:
    """One relation as plain values."""
    return {
        "kind": relation.kind.value,
        "verdict": relation.verdict.value,
        "start": relation.start,
        "end": relation.end,
        "text": relation.text,
        "claimed": relation.claimed,
        "computed": relation.computed,
        "expression": relation.expression,
        "tolerance": str(relation.tolerance),
        "reason": relation.reason.vi,
        "reason_en": relation.reason.en,
        "repairs": [
            {
                "start": one.start,
                "end": one.end,
                "old": one.old,
                "new": one.new,
                "why": one.why.vi,
                "why_en": one.why.en,
            }
            for one in relation.repairs
        ],
    }


# -- browser ----------------------------------------------------------------------------------------------------------


def marked(checked: Checked) -> str:
    """The whole text as HTML, escaped, its figures lightly and its findings strongly marked (`mark.claim`,
    `mark.finding.error`, `mark.finding.question`, the latter with an id that `findings_list` points to)."""
    pieces: list[str] = []
    last = 0
    for start, end, opening in _spans(checked):
        pieces += (escape(checked.text[last:start]), opening, escape(checked.text[start:end]), "</mark>")
        last = end
    pieces.append(escape(checked.text[last:]))
    return "".join(pieces).replace("\n", "<br>\n")


def _spans(checked: Checked) -> list[tuple[int, int, str]]:
    """Spans that do not cross: findings first, figures where no finding is."""
    chosen: list[tuple[int, int, str]] = []
    covered = 0
    for number, one in enumerate(checked.findings, start=1):
        start = max(one.start, covered)
        if start < one.end:
            title = escape(one.reason.vi, quote=True)
            opening = f'<mark id="f{number}" class="{_CLASSES[one.verdict]}" tabindex="0" title="{title}">'
            chosen.append((start, one.end, opening))
            covered = one.end
    return sorted([*chosen, *_light(checked.claims, chosen)])


def _light(claims: Iterable[Claim], taken: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    spans = iter([*taken, (1 << 60, 1 << 60, "")])
    start, end, _ = next(spans)
    for claim in sorted(claims, key=lambda one: one.start):
        while end <= claim.start:
            start, end, _ = next(spans)
        if claim.end <= start:
            found.append((claim.start, claim.end, '<mark class="claim">'))
    return found


def findings_list(checked: Checked) -> str:
    """The findings as an HTML list beside the text, each a link to its place."""
    rows = []
    for number, one in enumerate(checked.findings, start=1):
        choices = "".join(
            f"<li><del>{escape(fix.old)}</del> → <ins>{escape(fix.new)}</ins> ({escape(fix.why.vi)})</li>"
            for fix in one.repairs
        )
        rows.append(
            f'<li class="{_CLASSES[one.verdict]}"><a href="#f{number}">{escape(one.text[:120])}</a>'
            f"<p>{escape(one.reason.vi)}</p>" + (f"<ul>{choices}</ul>" if choices else "") + "</li>"
        )
    return f"<ol>{''.join(rows)}</ol>"


def page(name: str, checked: Checked) -> str:
    """A whole HTML page: the text with its marks, the findings beside it. No script, no outside address."""
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(name)}</title><style>{_STYLE}</style></head><body><main><h1>{escape(name)}</h1>"
        f"<p>{escape(_summary(name, checked, english=False))}</p><article>{marked(checked)}</article></main>"
        f"<aside><h2>Cần xem lại</h2>{findings_list(checked)}</aside></body></html>\n"
    )


_STYLE = (
    "body{font:1.05rem/1.65 system-ui,sans-serif;margin:0 auto;max-width:78rem;padding:1.5rem;display:grid;gap:2rem;"
    "grid-template-columns:minmax(0,1fr) 22rem;color-scheme:light dark}"
    "@media(max-width:60rem){body{display:block}}"
    "mark{color:inherit;background:none}mark.claim{border-bottom:1px dotted currentColor}"
    "mark.error{background:color-mix(in srgb,#d4351c 24%,transparent);outline:2px solid #d4351c}"
    "mark.question{background:color-mix(in srgb,#f5b700 28%,transparent);outline:2px dashed #b58900}"
    "aside ol{padding-left:1.2rem}aside li{margin-bottom:1rem}"
)
