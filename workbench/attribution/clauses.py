"""Credits given by verbs: "she said that …", "…, he said", "was accused of … by", "called for …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from workbench.attribution.grammar import (
    agent,
    between,
    following,
    group,
    is_passive,
    misplaced_subject,
    reach,
    subject,
)
from workbench.attribution.lexicon import Lexicon
from workbench.attribution.quoting import is_said_in_quoting, quoting
from workbench.attribution.speech import Cue, is_quoted, named, region, runs, speech, widened
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_REST = ("dobj", "attr", "prep", "oprd", "xcomp", "acl", "ccomp", "dative", "advcl", "acomp", "relcl")
_LEMMAS = {"hop": "hope"}
_FINITE = ("VBD", "VBZ", "VBP")
_ARGUMENTS = ("dobj", "ccomp", "xcomp", "oprd", "punct")
_BEFORE_ASIDES = tuple(",—–-”\"’'»")
_GAP = 3
_STOPS = (";", ":", "and", "but")
_DEPENDENT = ("ccomp", "pcomp", "acl", "relcl", "xcomp")


def verb_credits(parsed: Parsed, lexicon: Lexicon, quoted: Sequence[Span]) -> Iterator[Credit]:
    """One credit for each verb of the lexicon that has its content in one of its frames.

    Verbs within a quotation are part of what is said there, and give no credit of their own.
    """
    for token in parsed.tokens:
        lemma = _lemma(token)
        frames = lexicon.verbs.get(lemma) or _leading_in(parsed.text, token, quoted)
        words = lexicon.prepositions.get(lemma, frozenset())
        if is_said_in_quoting(parsed, token):
            continue
        if (frames or words) and _happens(parsed, token, frames) and not is_quoted(token.span, quoted):
            cue = _cue(parsed, token)
            yield from (
                _quoting(parsed, cue, quoted)
                or _prepositional(parsed, cue, words, quoted)
                or _framed(parsed, cue, frames, quoted)
            )


def _lemma(token: Token) -> str:
    if token.pos != "VERB" or token.dep == "amod":
        return ""
    lemma = token.lemma.lower()
    return _LEMMAS.get(lemma, lemma)


def _leading_in(text: str, verb: Token, quoted: Sequence[Span]) -> tuple[str, ...]:
    """Any other verb credits somebody where a comma or colon and a quotation follow it at once."""
    if verb.tag not in _FINITE or text[verb.end : verb.end + 1] not in (",", ":"):
        return ()
    start = verb.end + 1 + (text[verb.end + 1 : verb.end + 2] == " ")
    at = bisect_left(quoted, start, key=lambda quotation: quotation.start)
    return ("quotation",) if at < len(quoted) and quoted[at].start == start else ()


def _happens(parsed: Parsed, verb: Token, frames: tuple[str, ...]) -> bool:
    """Whether somebody did say or think so: not "to say", "would say", nor "asked why, he …".

    Cues that need not be words of speech count in main clauses only.
    """
    if "quotation" not in frames and verb.dep in _DEPENDENT:
        return False
    helpers = parsed.dependants(verb.index, "aux", "auxpass", "agent")
    if verb.tag == "VBN" and verb.dep == "advcl":
        return bool(helpers)
    return verb.tag != "VB" or any(word.lemma == "do" for word in helpers)


def _cue(parsed: Parsed, verb: Token) -> Cue:
    first, last = group(parsed, verb)
    if is_passive(parsed, verb):
        return Cue(verb, first, last, agent(parsed, verb))
    return Cue(verb, first, last, subject(parsed, verb) or misplaced_subject(parsed, first))


def _framed(parsed: Parsed, cue: Cue, frames: tuple[str, ...], quoted: Sequence[Span]) -> tuple[Credit, ...]:
    for frame in frames:
        if frame == "quotation":
            content = speech(parsed, cue, _clause(parsed, cue), quoted)
        else:
            content = widened(_FRAMES[frame](parsed, cue), quoted)
        if content:
            return (_credit(parsed, cue, content),)
    return ()


def _credit(parsed: Parsed, cue: Cue, content: Iterable[Span], last: int | None = None) -> Credit:
    words = between(parsed, cue.first, cue.last if last is None else last)
    return Credit(named(parsed, cue), (words,), tuple(content))


def _quoting(parsed: Parsed, cue: Cue, quoted: Sequence[Span]) -> tuple[Credit, ...]:
    """The credit of "Norda quoted her as saying …": she is the one who speaks."""
    found = quoting(parsed, cue.verb)
    if found is None:
        return ()
    saying = found.saying
    clause = _clause(parsed, Cue(saying, saying.index, saying.index, found.speaker))
    speaking = Cue(cue.verb, cue.first, cue.last, found.speaker)
    # The quotation stands beside whoever comes before the verb.
    content = speech(parsed, speaking if is_passive(parsed, cue.verb) else cue, clause, quoted)
    source = named(parsed, speaking)
    words = (between(parsed, cue.first, cue.last), between(parsed, saying.head, saying.index))
    return (Credit(source, words, content),) if content else ()


def _clause(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    clauses = parsed.dependants(cue.verb.index, "ccomp")
    behind = [clause for clause in clauses if clause.index > cue.last]
    if behind:
        return (_stretch(parsed, behind),)
    before = tuple(reach(parsed, clause.index) for clause in clauses if _set_off(parsed, cue))
    return _introduced(parsed, cue) or before or _around(parsed, cue)


def _introduced(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    """All that follows "that" in the sentence, where the parser hung the clause elsewhere."""
    words = parsed.sentence_tokens(cue.verb.sentence)
    behind = (word for word in words if word.index > cue.last)
    for word in takewhile(lambda word: word.text not in _STOPS, behind):
        if word.text == "that" and word.dep == "mark":
            return (between(parsed, word.index, words[-1].index),)
    return ()


def _around(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    """The clause that "…, he said, …" is put into, before and behind it."""
    verb = cue.verb
    put_in = verb.dep == "parataxis" or (verb.dep == "ccomp" and verb.head > verb.index)
    if not put_in or not _set_off(parsed, cue):
        return ()
    own = set(parsed.subtree(verb.index))
    return tuple(runs(parsed, sorted(set(parsed.subtree(verb.head)) - own)))


def _set_off(parsed: Parsed, cue: Cue) -> bool:
    """Whether a comma, dash or mark stands before the cue and its subject, as around "he said"."""
    start = region(parsed, cue).start
    return parsed.text[max(0, start - _GAP) : start].rstrip()[-1:] in _BEFORE_ASIDES


def _object(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    if is_passive(parsed, cue.verb):
        return _passive(parsed, cue)
    for noun in parsed.dependants(cue.verb.index, "dobj"):
        if noun.index > cue.last:
            return (_stretch(parsed, [noun, *following(parsed, cue.verb, noun.index, ("prep",))]),)
    gerunds = (word for word in parsed.dependants(cue.verb.index, "xcomp") if word.tag == "VBG")
    return tuple(reach(parsed, gerund.index) for gerund in gerunds)


def _whole(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    if is_passive(parsed, cue.verb):
        return _passive(parsed, cue)
    for noun in parsed.dependants(cue.verb.index, "dobj", "ccomp"):
        if noun.index > cue.last:
            return (_stretch(parsed, [noun, *following(parsed, cue.verb, noun.index, _REST)]),)
    return ()


def _passive(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    if cue.source is None:
        return ()
    return tuple(reach(parsed, noun.index) for noun in parsed.dependants(cue.verb.index, "nsubjpass"))


def _infinitive(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    for clause in parsed.dependants(cue.verb.index, "xcomp"):
        if clause.index > cue.last and parsed.dependants(clause.index, "aux"):
            return (reach(parsed, clause.index),)
    return ()


def _expected(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    if not parsed.dependants(cue.verb.index, "auxpass"):
        return ()
    subjects = parsed.dependants(cue.verb.index, "nsubjpass")
    clauses = [
        clause
        for clause in parsed.dependants(cue.verb.index, "xcomp")
        if parsed.dependants(clause.index, "aux")
    ]
    if not subjects or not clauses:
        return ()
    return (reach(parsed, subjects[0].index), reach(parsed, clauses[0].index))


def _stretch(parsed: Parsed, parts: Sequence[Token]) -> Span:
    spans = [reach(parsed, part.index) for part in parts]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _prepositional(
    parsed: Parsed, cue: Cue, words: frozenset[str], quoted: Sequence[Span]
) -> tuple[Credit, ...]:
    """The credit of a verb with one of its prepositions and no object or clause before that."""
    for child in parsed.dependants(cue.verb.index):
        if child.index <= cue.last:
            continue
        if child.dep == "prep" and child.text in words:
            nouns = parsed.dependants(child.index, "pobj", "pcomp")[:1]
            asked = [*nouns, *following(parsed, cue.verb, child.index, ("xcomp", "advcl"))]
            spans = widened([_stretch(parsed, asked)] if nouns else [], quoted)
            return (_credit(parsed, cue, spans, child.index),) if spans else ()
        if child.dep in _ARGUMENTS:
            return ()
    return ()


_FRAMES: dict[str, Callable[[Parsed, Cue], tuple[Span, ...]]] = {
    "clause": _clause,
    "object": _object,
    "infinitive": _infinitive,
    "whole": _whole,
    "expected": _expected,
}
