#pragma once

#include "console/dialogs/dialogquestions.h"
#include "console/views/mainwindow.h"
#include "tests/gui/script.h"

#include <QDateTime>

namespace deskbell::console {

/// A Tuesday, 14:32, wherever the pictures are made.
class PictureClock final : public Clock
{
public:
    Timestamp now() const override { return {QDateTime(QDate(2026, 3, 10), QTime(14, 32, 5)).toMSecsSinceEpoch()}; }
    qint64 monotonicMs() const override { return 1'000; }
};

/// One window with its own desk behind it, and what is to happen before the picture.
struct PictureStage
{
    PictureClock clock;
    Workspace workspace{clock};
    ScriptedActions actions{workspace};
    DialogQuestions questions;
    MainWindow window;
    Script script{workspace, actions, clock.now()};

    explicit PictureStage(Theme &theme) : questions(theme), window(theme, workspace, actions, questions) { }
};

} // namespace deskbell::console
