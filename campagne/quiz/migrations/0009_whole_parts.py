import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quiz', '0008_words_for_kinds'),
    ]

    operations = [
        migrations.AlterField(
            model_name='quizpart',
            name='question',
            field=models.ForeignKey(blank=True, help_text='Bij een oefenvraag, een meetvraag en een stemvraag.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='used_in', to='quiz.question', verbose_name='vraag'),
        ),
        migrations.AlterField(
            model_name='quizpart',
            name='text',
            field=models.TextField(blank=True, help_text='Een witregel begint een nieuwe alinea. Schrijf kort.', max_length=1200, verbose_name='tekst'),
        ),
        migrations.RemoveConstraint(model_name='quizpart', name='a_quiz_asks_a_question_once'),
        migrations.AddConstraint(
            model_name='quizpart',
            constraint=models.UniqueConstraint(condition=models.Q(('question__isnull', False)), fields=('quiz', 'question'), name='a_quiz_asks_a_question_once'),
        ),
        migrations.AddConstraint(
            model_name='quizpart',
            constraint=models.UniqueConstraint(condition=models.Q(('block', 'measure_post')), fields=('quiz',), name='a_quiz_measures_afterwards_once'),
        ),
        migrations.AddConstraint(
            model_name='quizpart',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('block__in', ['measure_pre', 'practice', 'vote']), ('question__isnull', False)), models.Q(models.Q(('block__in', ['measure_pre', 'practice', 'vote']), _negated=True), ('question', None)), _connector='OR'), name='a_part_has_a_question_if_it_asks_one'),
        ),
        migrations.AddConstraint(
            model_name='quizversionitem',
            constraint=models.UniqueConstraint(fields=('quiz_version', 'version', 'block'), name='a_quiz_version_asks_a_question_once_a_block'),
        ),
    ]
