"""`/-/live` answers as soon as the site serves."""


def test_live_answers_without_the_database(client):
    response = client.get("/-/live")

    assert (response.status_code, response.content) == (200, b"live\n")
    assert "no-store" in response["Cache-Control"]
