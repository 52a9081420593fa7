"""Words that mark what a sentence asserts. Verbs and nouns stand here in their dictionary form."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FUNCTION_WORDS = _words(
    """a an the and or but if then so because since while when what who which that this these those
    there here how why where i me my mine we us our ours you your yours he him his she her hers it its they
    them their theirs be am is are was were been being have has had having do does did doing done
    will would shall should can could may might must not no nor of in on at to from by for with about
    against between into through during before after above below up down out off over under again
    more most less least few many much some any all both each every only own same than too very
    just let never ever always now today yesterday tomorrow yet still already got get going think
    believe know say said says want need like"""
)
"""Words that shape a sentence; the model keeps them when it forgets the others."""

HARMFUL_VERBS = _words(
    """abduct abuse accuse arm arrest assault attack bankroll beat betray blackmail bomb breach bribe charge
    cheat collude conceal convict corrupt cover deceive defraud destabilise destabilize discriminate
    embezzle evade execute exploit extort fabricate falsify forge harass hide imprison incite indict
    intimidate invade kidnap kill launder lie loot manipulate massacre mislead misuse murder neglect
    obstruct oppress overcharge persecute plunder poison pollute rape rig rob sabotage scam shell
    smuggle spy steal suppress terrorise terrorize threaten torture traffic violate"""
)
"""What nobody wants to be wrongly said to have done."""

HARMFUL_NOUNS = _words(
    """abuse allegation assassination atrocity betrayal blackmail bribe bribery collusion conspiracy
    corruption coup cover-up crime criminal deception discrimination disinformation embezzlement
    extortion falsehood fraud genocide harassment kickback lie malpractice massacre misconduct misuse murder
    murderer negligence nepotism obstruction offence offense perjury plagiarism plunder racist rape
    rapist sabotage scandal smuggling terrorist theft thief torture traitor trafficking treason
    violation wrongdoing"""
)
"""What nobody wants to be wrongly tied to."""

HARMFUL_ADJECTIVES = _words(
    """abusive corrupt criminal dishonest fake fraudulent illegal illicit negligent racist reckless
    terrorist unlawful"""
)

ACCUSING_VERBS = _words("accuse arrest charge convict indict suspect")
"""Verbs whose object is the one accused, not their subject."""

OPPOSING_VERBS = _words(
    """ban combat condemn counter deny denounce fight investigate oppose outlaw prevent probe prosecute
    punish reject stop survive tackle"""
)
"""Who does this to a wrong is not the one who did it."""

PRONOUNS = _words("he she it they we i you who which that this these those him her them us me")

SUPERLATIVES = _words(
    "first only sole largest biggest unprecedented record never unique all-time worst best ever"
)
"""Said of something as nothing else is; checked only where the grammar agrees."""

NOT_SUPERLATIVES = _words("least most last first")
"""In "at least", "at most", "at last", "at first" these compare nothing."""

FUTURE = _words("will shall would 'll wo")
OUTLOOK = _words(
    "expect forecast predict project anticipate plan intend vow pledge promise threaten aim schedule"
)
"""Verbs that, before "to", speak of what is to come."""

CAUSES = _words(
    """cause trigger prompt spark provoke weaken strengthen embolden fuel enable
    worsen undermine ease boost curb deter"""
)
CAUSAL_PHRASES = (
    "because of",
    "because",
    "due to",
    "as a result",
    "led to",
    "leading to",
    "resulted in",
    "thanks to",
    "owing to",
    "in response to",
    "stems from",
    "blamed on",
    "driven by",
)

OPINION_WORDS = _words("should must ought let hopefully frankly honestly perhaps maybe hope feel wish")
"""Words of someone who judges or wishes rather than asserts."""

STATES = _words("amount be contain have include know mean remain seem want")
"""Verbs of which nothing happens."""

PLAIN_CUES = _words(
    """say tell add announce state write report note declare explain reveal remark mention disclose confirm
    stress emphasise emphasize insist claim read warn find"""
)
"""Verbs that only pass on what is said: the same matter after another of them is the same claim."""

ONCE_MORE = _words("again another once second third further later earlier previous previously next")
"""Words that set one happening apart from another of its kind."""

STATE_OFFICES = _words(
    "government minister ministry foreign prime president presidency spokesman spokeswoman spokesperson"
)
"""Who speaks for a state; what one of them says is said by the others too."""
