"""Commands about the review: signing, reopening, and what has no mark yet."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.message import message
from ui.dialogs.sign import ReopenDialog, SignDialog, Signing
from ui.marking import mark_claim
from ui.models.signs import disposition_sign
from workbench.change import Change, Stamp
from workbench.model import Claim, Relation, Seals, SignOffId, Status, passage
from workbench.openings import left_open
from workbench.reviewed import Review
from workbench.signing import CannotSign, State, covered_claims, next_hand, reopen, sign

_ANYBODY = "?"
"""Stands for whoever will sign; no desk has anybody of that name."""


class ReviewCommands(QObject):
    """Acts on the review of the open case."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._shown: Seals | None = None

    def listen_to(self, desk: Desk) -> None:
        """Do what is asked for on the page Review of a case."""
        desk.reviewing.signature.sign_wanted.connect(self.sign)
        desk.reviewing.signature.reopen_wanted.connect(self.reopen)

    def show_unmarked(self) -> None:
        """Underline in the story what has no mark yet, or no longer."""
        if desk := self._host.desk:
            desk.middle.leave()
            desk.reviewing.show_unmarked(not desk.reviewing.shows_unmarked)

    def next_unmarked(self) -> None:
        """Go to the next spot without a mark."""
        if (desk := self._host.desk) and desk.reviewing.next_unmarked() is None:
            self._host.hint(self.tr("Everything there is to check in this story has a mark."))

    def mark_sentence(self) -> None:
        """Make the sentence with the selection or the caret a claim."""
        if (desk := self._host.desk) is None:
            return
        story, span = desk.session.story(), desk.reviewing.sentence()
        draft = desk.session.revision(story.id) if story else None
        if span is not None and draft is not None:
            mark_claim(desk.session, passage(draft, span))

    def sign(self) -> None:
        """Show what would be signed, and ask who signs; say why when it cannot be signed."""
        if (desk := self._host.desk) is None or (review := self._ready(desk)) is None:
            return
        if why := self._hindrance(review):
            if review.musts:
                self._show_page(desk)
            message(self.tr("This draft cannot be signed yet"), why, self._host.widget)
        else:
            self._ask_to_sign(desk, review)

    def reopen(self) -> None:
        """Ask why the signed draft is to be opened again."""
        if (desk := self._host.desk) is None or (review := self._ready(desk)) is None:
            return
        if not review.signed.signatures:
            self._host.hint(self.tr("This draft is not signed, so there is nothing to reopen."))
            return
        names = self.tr(" and ").join(one.by for one in review.signed.signatures)
        words = self.tr(
            "The signature of {names} is taken back. It stays in the history, with your name and the reason."
        )
        dialog = ReopenDialog(words.format(names=names), self._host.widget)
        dialog.answered.connect(self._reopen)
        dialog.open()

    def _hindrance(self, review: Review) -> str:
        """Why nobody can sign now, in a sentence; empty when somebody can."""
        count = len(review.musts)
        if count:
            words = self.tr(
                "{count} things must be settled first. They are listed on the page Review, and each leads "
                "to where it can be settled."
            )
            one = self.tr("One thing must be settled first. It is listed on the page Review.")
            return words.format(count=f"{count:,}") if count > 1 else one
        try:
            next_hand(review.signed, _ANYBODY)
        except CannotSign as error:
            return str(error)
        return ""

    def _ask_to_sign(self, desk: Desk, review: Review) -> None:
        self._shown = review.seals
        second = review.signed.state is State.SIGNED
        taken = review.signed.checker.by if second and review.signed.checker else ""
        facts = self._facts(desk, review, taken)
        left = "" if second else left_open(review.openings)
        dialog = SignDialog(facts, left, self._host.settings.checker, taken, self._host.widget)
        dialog.answered.connect(self._sign)
        dialog.open()

    def _facts(self, desk: Desk, review: Review, taken: str) -> list[str]:
        session, story = desk.session, desk.session.story()
        assert story is not None
        held = session.held()
        claims = tuple(claim for claim in covered_claims(held, story.id) if not claim.gone)
        linked = sum(
            item.status is Status.ACCEPTED and item.relation is not Relation.CONTEXT
            for claim in claims
            for item in session.every_evidence(claim.id)
        )
        draft = self.tr("“{title}”, draft {number}").format(title=story.title, number=review.signed.latest)
        one, many = self.tr("1 claim: {how}"), self.tr("{count} claims: {how}")
        counted = (one if len(claims) == 1 else many).format(count=f"{len(claims):,}", how=_settled(claims))
        proofs = self._linked(linked)
        record = self.tr("Fingerprint of the history: {hash}").format(hash=session.store.head().hash[:12])
        facts = [draft, counted if claims else self.tr("No claims"), proofs, record]
        if taken:
            who = self.tr(
                "{name} has signed as the checker. The second signature must be another person’s: "
                "whoever signs now, enter your own name."
            )
            facts.append(who.format(name=taken))
        return facts

    def _linked(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage linked for or against them")
        many = self.tr("{count} passages linked for or against them")
        return many.format(count=f"{count:,}") if count else self.tr("No passage linked")

    def _sign(self, answer: Signing) -> None:
        desk = self._host.desk
        if desk is None or (review := desk.reviewing.review) is None:
            return
        if not desk.reviewing.is_current or review.seals != self._shown or review.musts:
            words = self.tr("The case has changed while you were about to sign. Look at it, then sign again.")
            message(self.tr("Nothing was signed"), words, self._host.widget)
            return
        try:
            change = self._signature(desk, review, answer)
        except CannotSign as error:
            message(self.tr("Nothing was signed"), str(error), self._host.widget)
            return
        if desk.session.keep(change):
            self._take_name(desk, answer.name)
            self._host.hint(self.tr("Signed. Any later change of what was signed will show."))

    def _signature(self, desk: Desk, review: Review, answer: Signing) -> Change:
        session, story = desk.session, desk.session.story()
        draft = session.revision(story.id) if story else None
        assert draft is not None
        reason = self.tr("{reason} (Left open: {what})")
        note = reason.format(reason=answer.note, what=left_open(review.openings)) if answer.note else ""
        return sign(
            review.signed,
            draft,
            review.seals,
            session.store.head().hash,
            SignOffId(session.new_id()),
            Stamp(answer.name, session.stamp().at),
            must=len(review.musts),
            should=len(review.shoulds),
            note=note,
        )

    def _reopen(self, why: str) -> None:
        desk = self._host.desk
        if desk is None or desk.reviewing.review is None:
            return
        try:
            change = reopen(desk.reviewing.review.signed, why, desk.session.stamp())
        except CannotSign as error:
            message(self.tr("Nothing was changed"), str(error), self._host.widget)
            return
        desk.session.keep(change)

    def _ready(self, desk: Desk) -> Review | None:
        """The review, once it is that of the case as it stands."""
        if desk.reviewing.review is None or not desk.reviewing.is_current:
            self._host.hint(self.tr("What is open is still being counted. Try again in a moment."))
            return None
        return desk.reviewing.review

    def _show_page(self, desk: Desk) -> None:
        self._host.show_claims()
        desk.left.show_page(desk.review)
        desk.review.show_section(desk.reviewing.openings)

    def _take_name(self, desk: Desk, name: str) -> None:
        """Whoever signs goes on under that name."""
        if name != self._host.settings.checker:
            self._host.settings.checker = name
            desk.session.checker = name
            self._host.save_settings()


def _settled(claims: tuple[Claim, ...]) -> str:
    counted = Counter(claim.disposition for claim in claims)
    return "; ".join(
        f"{count:,} {_inside(disposition_sign(disposition).word)}"
        for disposition, count in counted.most_common()
    )


def _inside(word: str) -> str:
    """A word as it stands within a sentence; “TK” keeps its capitals."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
