#pragma once

#include "console/admin/recordspage.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace deskbell::console {

/// What is said again and again: shortcuts, texts with variables, and how they read in a chat.
class CannedPage final : public RecordsPage<api::CannedReply>
{
    Q_OBJECT

public:
    explicit CannedPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    const QList<api::CannedReply> &records() const override;
    AdminRow row(const api::CannedReply &reply) const override;
    void fillWith(const api::CannedReply *found) override;
    void save(const QString &id) override;

private:
    QWidget *makeVariables();
    QWidget *makePreview();
    void loadAfter(const QString &shortcut, QList<api::CannedReply> before);
    void finish(const Result<api::CannedReply> &answer);
    void askToDelete();
    const api::Chat *exampleChat() const;
    void preview();

    QLineEdit *m_shortcut;
    QLineEdit *m_replyTitle;
    QPlainTextEdit *m_text;
    QLabel *m_previewHead;
    QLabel *m_preview;
    QPushButton *m_delete;
    QTimer m_pause; // the server is asked when the typing rests
    int m_asked = 0; // the preview that is waited for
};

} // namespace deskbell::console
