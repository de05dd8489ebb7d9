"""The form that gives one text its sound: what is no fit sound is refused with a sentence."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from campagne.media.picture_file import Unfit
from campagne.media.sound_file import MOST_BYTES, SoundContent, read_sound
from campagne.media.spoken_text import Voice

NO_FILE = "Kies eerst een bestand met geluid. Verwacht: een MP3, M4A, Ogg (Opus) of WAV."
TOO_LARGE = "Dit bestand is groter dan 5 MB. Verwacht: hoogstens 5 MB en 3 minuten. Maak de opname korter."


class SoundForm(forms.Form):
    """A file, and who speaks in it. What comes out of it is what is heard and no more."""

    file = forms.FileField(
        label="Bestand met geluid",
        error_messages={"required": NO_FILE, "empty": NO_FILE, "invalid": NO_FILE},
        widget=forms.FileInput(attrs={"accept": ".mp3,.m4a,.ogg,.opus,.wav,audio/*"}),
    )
    voice = forms.ChoiceField(
        label="Wie spreekt er?",
        choices=Voice.choices,
        initial=Voice.RECORDED,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie er spreekt. Luisteraars lezen dat erbij."},
    )

    def clean_file(self) -> SoundContent:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE, code="unfit")
        try:
            return read_sound(file.read())
        except Unfit as error:
            raise forms.ValidationError(str(error), code="unfit") from error

    @property
    def first_errors(self) -> list[str]:
        """What is wrong, one sentence a field."""
        return [str(errors[0]) for errors in self.errors.values()]
