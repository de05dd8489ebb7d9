"""Seat cards: printed for one session, so that somebody who moves to another tablet or comes back goes on."""

import secrets

from django.db import models, transaction

from campagne.guided.codes import SEAT_LENGTH, SECRET_LENGTH, new_seat_numbers
from campagne.guided.joining.seat_pictures import every_picture, seat_svg
from campagne.guided.sessions.session import GuidedSession, new_key


class SeatCard(models.Model):
    """A card with a picture, two words, digits and a QR. Who holds it is not written down anywhere."""

    explanation = "Een kaart voor een plaats in een groepsles. Wie de kaart heeft, weten wij niet."

    session = models.ForeignKey(
        GuidedSession,
        on_delete=models.CASCADE,
        related_name="seats",
        verbose_name="les",
        help_text="Voor welke les de kaart is geprint.",
    )
    number = models.PositiveSmallIntegerField("kaart", help_text="De hoeveelste kaart van deze les het is.")
    picture = models.SlugField("plaatje", help_text="De tekening op de kaart.")
    words = models.CharField("woorden", max_length=60, help_text="De twee woorden op de kaart.")
    digits = models.CharField("cijfers", max_length=SEAT_LENGTH, help_text="Het nummer om in te typen.")
    key = models.CharField(
        "sleutel", max_length=SECRET_LENGTH, unique=True, default=new_key, help_text="Wat er in de QR-code staat."
    )

    class Meta:
        ordering = ["session", "number"]
        verbose_name = "plaatskaart"
        verbose_name_plural = "plaatskaarten"
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="a_session_numbers_its_seats"),
            models.UniqueConstraint(fields=["session", "digits"], name="a_seat_has_its_own_digits"),
        ]

    def __str__(self) -> str:
        return f"kaart {self.number}: {self.words}"

    def svg(self) -> str:
        """The drawing on the card."""
        return seat_svg(self.picture)


@transaction.atomic
def make_seats(session: GuidedSession, many: int) -> list[SeatCard]:
    """Make cards until the session has this many; return all it has. May run twice, and never takes one away.

    Raises ValueError if there are not that many pictures.
    """
    pictures = every_picture()
    if many > len(pictures):
        raise ValueError(f"{many} seat cards; expected at most {len(pictures)}, as there are pictures")
    GuidedSession.objects.select_for_update().get(pk=session.pk)
    seats = list(session.seats.all())
    missing = range(len(seats) + 1, many + 1)
    numbers = new_seat_numbers(len(missing), secrets.randbelow, [seat.digits for seat in seats])
    made = [
        SeatCard(session=session, number=number, picture=picture.slug, words=picture.words, digits=digits)
        for number, digits, picture in zip(missing, numbers, pictures[len(seats) :], strict=False)
    ]
    SeatCard.objects.bulk_create(made)
    return [*seats, *made]
