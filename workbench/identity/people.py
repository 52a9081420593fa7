"""Who is who: forms of names gathered into persons and organisations.

The editor's word stands first. Then the surest ties join forms, one after another, unless somebody would end
up with two surnames, two first names, or as both a man and a woman, or against the editor's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from workbench.identity.bodies import core, head_of, is_acronym, letters_of
from workbench.identity.mention import Mention
from workbench.identity.organisations import bodies_apart, tie_of_bodies
from workbench.identity.persons import are_apart, same_office, tie_of_persons
from workbench.identity.reading import Named, read_person
from workbench.identity.tie import Known, Tie
from workbench.model import Being, Form, Identity
from workbench.text import Span

SURE = 60.0
"""Confidence (0..100) from which two forms are taken for one."""
_AMBIGUOUS = 10.0
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A form with its places in its document."""

    form: Form
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """One person or organisation under all the forms the case knows.

    `confidence` (0..100) is that of the weakest tie used, `reasons` say what ties the forms; `decided` is the
    editor's word, where there is one.
    """

    name: str
    kind: Being
    forms: tuple[Seen, ...]
    confidence: float = 100.0
    reasons: tuple[str, ...] = ()
    decided: Identity | None = None


def who_is_who(mentions: Iterable[Mention], identities: Iterable[Identity] = ()) -> tuple[Who, ...]:
    """Everybody mentioned, each once, in the order of their first mention."""
    known = gathered(mentions)
    clusters = _Clusters(known, tuple(identities))
    for pair, tie in sorted(ties(known).items(), key=lambda entry: (-entry[1].confidence, entry[0])):
        clusters.join(*pair, tie)
    return tuple(clusters.everybody())


def gathered(mentions: Iterable[Mention]) -> list[Known]:
    """The mentions by form: what all places of one form in one document tell together."""
    found: dict[Form, Known] = {}
    for one in mentions:
        fresh = Known(
            one.form,
            one.kind,
            (one.span,),
            one.named,
            one.aliases,
            frozenset([one.stands_for] if one.stands_for else []),
        )
        found[one.form] = _added(found[one.form], fresh) if one.form in found else fresh
    return list(found.values())


def apart(one: Known, other: Known) -> str | None:
    """Why two forms cannot mean the same one; None when they can."""
    if one.kind is not other.kind:
        return "a person and an organisation"
    if one.named is not None and other.named is not None:
        return are_apart(one.named, other.named)
    return bodies_apart(one, other)


def ties(known: Sequence[Known]) -> dict[_Pair, Tie]:
    """The ties between forms, by their numbers; none of them ambiguous, none below `SURE`."""
    found = {}
    likes = _likes(known)
    told: dict[tuple[int, int, bool], Tie | None] = {}
    for one, other in _candidates(known):
        # In a large case the same few names stand in every document: each pair is judged once.
        pair = likes[one], likes[other], known[one].form.document == known[other].form.document
        if pair not in told:
            told[pair] = _tie(known, one, other)
        tie = told[pair]
        if tie is not None and tie.confidence >= SURE:
            found[one, other] = tie
    return _unambiguous(known, likes, found)


def _likes(known: Sequence[Known]) -> list[int]:
    """For each form a number that it shares with those of which all is the same but document and places."""
    numbers: dict[tuple[object, ...], int] = {}
    return [
        numbers.setdefault((one.kind, one.form.words, one.named, one.aliases, one.stands_for), len(numbers))
        for one in known
    ]


def _added(one: Known, other: Known) -> Known:
    named = one.named
    if named is not None and other.named is not None:
        office = named.office | other.named.office
        named = replace(named, office=office, genders=named.genders & other.named.genders)
    return replace(
        one,
        named=named,
        places=(*one.places, *other.places),
        aliases=one.aliases | other.aliases,
        stands_for=one.stands_for | other.stands_for,
    )


def _candidates(known: Sequence[Known]) -> Iterator[_Pair]:
    """Pairs that share something: a surname, an office, all their words or the letters of an acronym."""
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(known):
        for key in _keys(one):
            shelves[key].append(at)
    shared = (
        shelf for (kind, _), shelf in shelves.items() if kind != "letters" or _has_acronym(known, shelf)
    )
    yield from sorted({pair for shelf in shared for pair in combinations(shelf, 2)})


def _has_acronym(known: Sequence[Known], shelf: Sequence[int]) -> bool:
    return any(is_acronym(name) for at in shelf for name in (known[at].form.words, *known[at].aliases))


def _keys(one: Known) -> set[tuple[str, str]]:
    if one.named is not None:
        office = {("office", " ".join(sorted(one.named.office)))} if one.named.office else set()
        return office | ({("surname", one.named.key)} if one.named.surname else set())
    names = (one.form.words, *one.aliases)
    words = {("words", " ".join(sorted(core(name)))) for name in names}
    # Shorter forms are looked for in the same text alone.
    heads = {("head", f"{one.form.document} {head_of(one.form.words)}")}
    letters = {("letters", letters_of(name) if is_acronym(name) else _first_letters(name)) for name in names}
    return words | heads | letters


def _first_letters(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).upper()


def _tie(known: Sequence[Known], at: int, to: int) -> Tie | None:
    one, other = known[at], known[to]
    same_text = one.form.document == other.form.document
    if one.kind is not other.kind or apart(one, other):
        return None
    if one.named is None or other.named is None:
        return tie_of_bodies(one, other, same_text=same_text)
    told = tie_of_persons(one.named, other.named, same_text=same_text)
    if same_text and not (one.named.is_full and other.named.is_full):
        told = _within_text(one, other) or told
    return told


def _within_text(one: Known, other: Known) -> Tie | None:
    """A surname and a full name of one text; whether another bears it too shows when all ties are known."""
    weak, full = (one, other) if one.is_weak else (other, one)
    if any(read_person(name).words == full.form.words for name in weak.stands_for):
        return Tie(90, "the text makes clear who is meant")
    mine, yours = weak.named, full.named
    if mine is None or yours is None or not mine.surname or not yours.is_full:
        return None
    if same_office(mine, yours):
        return Tie(94, "the same surname and office in one text")
    return Tie(82, "the only one of that surname in the text")


def _unambiguous(
    known: Sequence[Known], likes: Sequence[int], found: Mapping[_Pair, Tie]
) -> dict[_Pair, Tie]:
    """Without the ties of a weak form that could as well mean somebody else."""
    of_each: dict[int, list[tuple[int, Tie]]] = defaultdict(list)
    for (one, other), tie in found.items():
        of_each[one].append((other, tie))
        of_each[other].append((one, tie))
    dropped = {at for at, its in of_each.items() if known[at].is_weak and _is_torn(known, likes, its)}
    return {pair: tie for pair, tie in found.items() if dropped.isdisjoint(pair)}


def _is_torn(known: Sequence[Known], likes: Sequence[int], its: Sequence[tuple[int, Tie]]) -> bool:
    best, tie = max(its, key=lambda entry: entry[1].confidence)
    rivals = {likes[at]: at for at, other in its if other.confidence > tie.confidence - _AMBIGUOUS}
    return any(apart(known[best], known[at]) for at in rivals.values())


class _Clusters:
    """The forms, joined step by step."""

    def __init__(self, known: Sequence[Known], identities: Sequence[Identity]) -> None:
        self._known = known
        self._likes = _likes(known)
        self._judged: dict[_Pair, bool] = {}
        self._members = [[at] for at in range(len(known))]
        self._ties: dict[int, list[Tie]] = {at: [] for at in range(len(known))}
        self._decided: dict[int, Identity] = {}
        numbers = {one.form: at for at, one in enumerate(known)}
        for identity in identities:
            self._pin(identity, [numbers[form] for form in identity.forms if form in numbers])

    def join(self, one: int, other: int, tie: Tie) -> None:
        """Join the clusters of two forms, unless anything speaks against it."""
        mine, yours = self._members[one], self._members[other]
        if mine is yours or not self._may_join(mine, yours):
            return
        self._merge(mine, yours)
        self._ties[mine[0]] = [*self._ties[mine[0]], *self._ties[yours[0]], tie]

    def everybody(self) -> Iterator[Who]:
        """The clusters, by the first of their forms."""
        seen: set[int] = set()
        for at in range(len(self._known)):
            members = self._members[at]
            if id(members) not in seen:
                seen.add(id(members))
                yield self._who(members)

    def _pin(self, identity: Identity, members: Sequence[int]) -> None:
        free = [at for at in members if at not in self._decided]
        for at in free:
            self._decided[at] = identity
            self._merge(self._members[free[0]], self._members[at])

    def _may_join(self, mine: Sequence[int], yours: Sequence[int]) -> bool:
        decided = {self._decided[at].id for at in (*mine, *yours) if at in self._decided}
        if len(decided) > 1:
            return False
        ours, theirs = self._differing(mine), self._differing(yours)
        sides = ((ours, theirs), (theirs, ours))
        return all(self._fits(at, others) for some, others in sides for at in some if at not in self._decided)

    def _differing(self, members: Sequence[int]) -> Sequence[int]:
        """One of all that read alike, the editor's apart: what is true of it is true of them."""
        return list({(self._likes[at], at in self._decided): at for at in members}.values())

    def _fits(self, at: int, others: Sequence[int]) -> bool:
        """Whether nothing keeps a form from the others. What the editor joined may differ among itself."""
        possible = {other: self._agree(at, other) for other in others}
        decided = [fits for other, fits in possible.items() if other in self._decided]
        free = [fits for other, fits in possible.items() if other not in self._decided]
        return all(free) and (not decided or any(decided))

    def _agree(self, one: int, other: int) -> bool:
        """Whether nothing keeps two forms apart; judged once for all that read alike."""
        pair = self._likes[one], self._likes[other]
        if pair not in self._judged:
            self._judged[pair] = not apart(self._known[one], self._known[other])
        return self._judged[pair]

    def _merge(self, mine: list[int], yours: list[int]) -> None:
        if mine is yours:
            return
        mine += yours
        for at in yours:
            self._members[at] = mine

    def _who(self, members: Sequence[int]) -> Who:
        forms = [self._known[at] for at in sorted(members)]
        used = self._ties[members[0]]
        decided = next((self._decided[at] for at in members if at in self._decided), None)
        return Who(
            decided.name if decided else best_name([one.form.words for one in forms]),
            decided.kind if decided else forms[0].kind,
            tuple(Seen(one.form, tuple(sorted(set(one.places)))) for one in forms),
            min((tie.confidence for tie in used), default=100.0),
            tuple(dict.fromkeys(tie.reason for tie in used)),
            decided,
        )


def best_name(words: Sequence[str]) -> str:
    """The form to call somebody by: the fullest, of persons one with a name, the first among equals."""
    return max(words, key=_fullness)


def _fullness(words: str) -> tuple[int, int]:
    named: Named = read_person(words)
    initials = sum(len(part.rstrip(".")) == 1 for part in words.split())
    return (int(named.is_full), len(words.split()) - 2 * initials)
