from io import StringIO

from django.core.management import CommandError, call_command


def run() -> tuple[int, str]:
    """The exit status and all that was printed."""
    out = StringIO()
    try:
        call_command("check_coverage", stdout=out)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


def test_all_is_well(write, ask):
    write(), ask()

    status, said = run()

    assert status == 0
    assert "alle 2 pagina's en meldpunten" in said


def test_a_gap_is_told_with_what_to_do_and_where(cybercrime, young):
    status, said = run()

    assert status == 1
    assert "- Cybercrime, Jongeren: geen nagekeken pagina en geen nagekeken quiz, in de hele regio. Maak een" in said
    assert "/beheer/aanbod/" in said


def test_what_is_too_old_breaks_the_rule_as_well(write, ask):
    write(), ask()
    write("Vergeten", days_ago=500)

    status, said = run()

    assert status == 1
    assert "Artikel ‘Vergeten’: nagekeken op" in said
    assert "0 keer ontbreekt er iets, 1 keer is iets niet op tijd nagekeken." in said
