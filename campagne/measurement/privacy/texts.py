"""The two papers about privacy of this installation, as they are today."""

from datetime import date

from django.db import models

from campagne.measurement.privacy.assessment import assessment
from campagne.measurement.privacy.document import Document
from campagne.measurement.privacy.installed import installed_now
from campagne.measurement.privacy.promised import read_promised
from campagne.measurement.privacy.register import register


class Text(models.TextChoices):
    """The value stands in the address of the screen."""

    ASSESSMENT = "dpia", "DPIA"
    REGISTER = "register", "Register van verwerkingen"


MAKE = {Text.ASSESSMENT: assessment, Text.REGISTER: register}


def text_of(text: Text, day: date) -> Document:
    return MAKE[text](installed_now(), read_promised().newest, day)
