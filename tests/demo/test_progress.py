"""What a long command shows of how far it is."""

from campagne.demo.progress import Progress


def test_a_screen_gets_one_line_that_keeps_changing():
    written = []
    progress = Progress(4, written.append, is_screen=True)

    for second in range(1, 5):
        progress.advance(second / 10)
    progress.close()

    assert written[0] == "\r[######..................] 1 van 4  10 per seconde"
    assert written[3] == f"\r[{'#' * 24}] 4 van 4  10 per seconde"
    assert written[4] == "\n"


def test_a_file_gets_ten_lines_at_most():
    written = []
    progress = Progress(250, written.append, is_screen=False)

    for _ in range(250):
        progress.advance(1)
    progress.close()

    assert len(written) == 10
    assert all(line.endswith("\n") and "\r" not in line for line in written)


def test_work_without_an_end_only_counts():
    written = []
    progress = Progress(0, written.append, is_screen=True)

    progress.advance(0)

    assert written == ["\r1 bezoekers  "]
