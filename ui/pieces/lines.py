"""Lines of words: headlines, problems, findings, the footer's stamp, zones that wait for a file."""

from collections.abc import Iterable, Sequence

from metrics.judgement.limits import Level
from text import Language
from ui.pieces.marks import hatch_sample, shape
from ui.pieces.markup import Html, block, emphasised, inline, joined, tag

LONG, LONGER = 48, 53
"""How wide, in Latin letters, a headline of the wall may be at its full size, and at the next smaller one."""


def page(*parts: str, look: str = "") -> Html:
    """The outermost element of every piece of a page: it carries fonts and sizes."""
    return block(f"ob {look}".strip(), *parts)


def headline(title: str, lead: str = "") -> Html:
    """A page's finding and the sentence that proves it."""
    lead_html = tag("p", emphasised(lead), look="ob-lead") if lead else ""
    return joined((tag("h1", title, look="ob-title"), lead_html))


def verdict(
    level: Level, of: str, title: str, sentences: Iterable[str], language: Language, side: str = "", brief: str = ""
) -> Html:
    """The page's judgement as a filled block, its headline, and the sentences that prove it.

    `of` stands above the judgement's word: what it judges.
    `side` stands at the right on the wall, `brief` within the block on a phone.
    """
    mark = shape(level, language)
    word = inline("ob-of", inline("", of), inline("", level.word.to(language)))
    filled = block(f"ob-block ob-block-{level.name.lower()}", mark, word, tag("small", emphasised(brief)))
    marked_up = (each if isinstance(each, Html) else emphasised(each) for each in sentences)
    paragraphs = (tag("p", sentence, look="ob-lead") for sentence in marked_up)
    return block("ob-verdict", filled, block("", tag("h1", title, look=_fitting(title)), *paragraphs), side)


def _fitting(title: str) -> str:
    """The look of a headline, smaller the wider it is in Latin letters, so that it stays on one line of the wall."""
    wide = len(title.encode("gb18030"))
    return "ob-title" if wide <= LONG else "ob-title ob-longer" if wide <= LONGER else "ob-title ob-longest"


def point(mark: str, what: str, where: str = "", more: str = "", right: str = "") -> Html:
    """A line with a mark: what in bold, where it is, and below it what to do, in as many lines as it has."""
    first = tag("p", tag("b", what), "　", inline("ob-said", where)) if where else tag("p", tag("b", what))
    below = [tag("p", emphasised(line), look="ob-said") for line in more.splitlines()]
    return block("ob-line", inline("", mark), first, tag("span", right, look="ob-note"), *below)


def points(lines: Iterable[str]) -> Html:
    """Lines under one another with a rule between them."""
    return block("ob-lines", *lines)


def finding(word: str, sentence: str) -> Html:
    """A short word in accent and one sentence."""
    return block("ob-finding", tag("b", word, look="ob-accent"), inline("", emphasised(sentence)))


def empty_zone(name: str, files: str, look: str = "") -> Html:
    """A zone that has nothing to show yet: its name and the files it waits for, never a zero."""
    return block(f"ob-empty {look}".strip(), tag("b", name), inline("", files))


def small_figure(label: str, level: Level | None, number: str, unit: str, note: str, language: Language) -> Html:
    """A small judged figure between its label and a note."""
    mark = shape(level, language) if level else ""
    figure = inline("", mark, tag("b", number), unit)
    return block("ob-strip-item", inline("", label), figure, inline("", note))


def foot(left: Sequence[str], right: Sequence[str], language: Language, hatch: bool = True) -> Html:
    """The footer's stamp: sources and data's age at its left, the sample of the hatch at its right."""
    ends = (*(inline("", word) for word in right), hatch_sample(language) if hatch else "")
    return block("ob-foot", *(inline("", word) for word in left), inline("ob-right", *ends))


def banner(words: str) -> Html:
    """A notice across the page."""
    return block("ob-banner", inline("", emphasised(words)))
