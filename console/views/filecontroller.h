#pragma once

#include "console/state/actions.h"

#include <QObject>

class QWidget;

namespace deskbell::console {

class Questions;
class ThreadView;

/// Brings the files of a conversation to this computer: to be saved, shown by another program, or copied. Nothing is
/// ever run: what is shown has the ending of what it is, and types that could run something are only saved.
class FileController final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    FileController(ThreadView &thread, Actions &actions, Questions &questions, QObject *parent = nullptr);

    void open(const api::Attachment &file);
    void save(const api::Attachment &file);
    void copy(const api::Attachment &file);

    /// Shows a file of this computer; tests look at the path instead.
    std::function<void(const QString &path)> show;

Q_SIGNALS:
    void failed(const QString &reason);

private:
    void bring(const api::Attachment &file, const QString &path, std::function<void()> then);

    ThreadView &m_thread;
    Actions &m_actions;
    Questions &m_questions;
};

} // namespace deskbell::console
