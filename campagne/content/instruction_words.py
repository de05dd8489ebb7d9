"""The words around an instruction, on its page and on its card, in each language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class InstructionWords:
    """Short sentences; `emergency` is what stands before and after the number."""

    do_this: str
    card: str
    print: str
    now: str
    follow: str
    emergency: tuple[str, str]
    hang_up: str
    verified: str
    scan: str


INSTRUCTION_WORDS = {
    "nl": InstructionWords(
        do_this="Dit doet u",
        card="Kaart voor in de meterkast",
        print="Print deze kaart",
        now="Is er nu iets aan de hand?",
        follow="Zegt de NL-Alert iets anders? Doe wat de NL-Alert zegt. Luister naar L1. Kijk op vrzl.nl.",
        emergency=("Bel ", " alleen als iemand in gevaar is."),
        hang_up="Hang deze kaart op. Bespreek hem met wie bij u woont.",
        verified="Nagegaan door een deskundige op",
        scan="Wat is er nu aan de hand?",
    ),
    "en": InstructionWords(
        do_this="Do this",
        card="Card for your meter cupboard",
        print="Print this card",
        now="Is something going on now?",
        follow="Does the NL-Alert say something else? Do what the NL-Alert says. Listen to L1. Look at vrzl.nl.",
        emergency=("Only call ", " if somebody is in danger."),
        hang_up="Hang up this card. Talk about it with the people you live with.",
        verified="Checked by an expert on",
        scan="What is going on now?",
    ),
    "de": InstructionWords(
        do_this="Das tun Sie",
        card="Karte für den Zählerschrank",
        print="Diese Karte drucken",
        now="Ist jetzt etwas los?",
        follow="Sagt der NL-Alert etwas anderes? Tun Sie, was der NL-Alert sagt. Hören Sie L1. Lesen Sie vrzl.nl.",
        emergency=("Rufen Sie ", " nur an, wenn jemand in Gefahr ist."),
        hang_up="Hängen Sie diese Karte auf. Sprechen Sie darüber mit allen, die bei Ihnen wohnen.",
        verified="Von einem Fachmann geprüft am",
        scan="Was ist jetzt los?",
    ),
}
