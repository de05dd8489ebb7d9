"""Make the sounds of the demo again, with a computer voice."""

import shutil
import subprocess

from django.core.management.base import BaseCommand, CommandError

from campagne.demo.catalogue import read_catalogue
from campagne.demo.sounds import SOUNDS, file_for, texts_to_speak

SPEED = "140"
SPEAK = ["espeak-ng", "-v", "nl", "-s", SPEED, "--stdin", "--stdout"]
SHRINK = ["lame", "--quiet", "-m", "m", "-b", "32", "--resample", "22.05", "-t", "-", "-"]


class Command(BaseCommand):
    help = "Maakt het geluid van de voorbeeldregio dat ontbreekt, en haalt weg wat niemand meer zegt."

    def handle(self, **options) -> None:
        if missing := [program[0] for program in (SPEAK, SHRINK) if shutil.which(program[0]) is None]:
            raise CommandError(f"Niet gevonden: {', '.join(missing)}. Op Debian: apt-get install espeak-ng lame")
        texts = sorted(texts_to_speak(read_catalogue()))
        made = [text for text in texts if not file_for(text).exists()]
        for text in made:
            file_for(text).write_bytes(speak(text))
        spare = set(SOUNDS.glob("*.mp3")) - {file_for(text) for text in texts}
        for file in spare:
            file.unlink()
        self.stdout.write(f"{len(made)} gemaakt, {len(spare)} weg, {len(texts)} in het geheel.")


def speak(text: str) -> bytes:
    """Speak a text; raises CalledProcessError if one of the two programs fails."""
    # Both programs are named here, and the text goes in as data.
    spoken = subprocess.run(SPEAK, input=text.encode(), capture_output=True, check=True).stdout  # noqa: S603
    return subprocess.run(SHRINK, input=spoken, capture_output=True, check=True).stdout  # noqa: S603
