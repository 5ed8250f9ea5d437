"""The week as a text for a group chat: the numbers, the three sentences, and one finding from each slide."""

from collections.abc import Iterator

from metrics.wording.figure import spelled
from reports.slide.deck import Deck
from reports.slide.slide import KeyNumber, Slide
from reports.slide.stamp import PROVISIONAL_WORD
from reports.slide.written import plain
from text import Language, Text

TITLE = Text("【{shop}】运营周报　{week}", "[{shop}] Operations week, {week}")
NUMBER = Text("{label} {value}（{word}）", "{label} {value} ({word})")
AGAINST = Text("{label} {value}，目标 {target}（{word}）", "{label} {value}, target {target} ({word})")
SENTENCE = Text("{word}：{sentence}", "{word}: {sentence}")
FINDING = Text("{number}. {topic}：{title}", "{number}. {topic}: {title}")
YOUNG = Text("带“{word}”的数之后还会变", "numbers marked {word} may still change")


def digest(deck: Deck, language: Language) -> str:
    """The deck in some twenty lines of plain text, without marks that a chat would show as they are."""
    return "\n".join(_lines(deck, language))


def _lines(deck: Deck, language: Language) -> Iterator[str]:
    yield TITLE.filled(shop=deck.called, week=deck.week.label(language)).to(language)
    spoken = [slide for slide in deck.slides if slide.key != "cover"]
    for slide in spoken:
        for of in slide.numbers if slide is spoken[0] else ():
            yield f"{of.judgement.level.shape} {_number(of, language)}"
    yield from _sentences(spoken[:1], language)
    for number, slide in deck.numbered:
        if slide in spoken[1:]:
            sentence = FINDING.filled(number=number, topic=slide.topic, title=slide.title)
            yield plain(sentence.to(language))
    yield deck.stamp.line(language)
    yield YOUNG.filled(word=PROVISIONAL_WORD).to(language)


def _number(of: KeyNumber, language: Language) -> str:
    young = f" {PROVISIONAL_WORD.to(language)}" if of.amount.young else ""
    phrase = NUMBER if of.target is None else AGAINST
    target = spelled(of.target, of.amount.unit, language)
    value = of.amount.formatted(language) + young
    return phrase.filled(label=of.label, value=value, target=target, word=of.judgement.level.word).to(language)


def _sentences(slides: list[Slide], language: Language) -> Iterator[str]:
    for slide in slides:
        for line in slide.lines:
            yield plain(SENTENCE.filled(word=line.word, sentence=line.sentence).to(language))
