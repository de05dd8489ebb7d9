"""What is stored of a second factor."""

from campagne.staff.access.factors import SecondFactors


def test_a_secret_is_read_back_with_the_same_key_only(settings, caplog):
    settings.SECRET_KEY = "one"
    kept = SecondFactors().encrypt("GEHEIM")
    same = SecondFactors().decrypt(kept)
    settings.SECRET_KEY = "another"
    other = SecondFactors().decrypt(kept)

    assert "GEHEIM" not in kept
    assert same == "GEHEIM"
    assert other != "GEHEIM"
    assert "Zet de oude sleutel terug, of draai manage.py reset_second_factor NAAM" in caplog.text


def test_a_qr_code_can_be_described_and_stands_in_the_page_itself():
    drawing = SecondFactors().build_totp_svg("otpauth://totp/iemand?secret=ABC")

    assert drawing.startswith("<svg")
