#pragma once

#include "console/store/letterfile.h"

#include <QList>
#include <QWidget>

class QPushButton;

namespace deskbell::console {

class Theme;

/// The files that go with what is being written: one button for each, which takes it out again.
class AttachmentTray final : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentTray(const Theme &theme, QWidget *parent = nullptr);

    const QList<LetterFile> &files() const { return m_files; }
    void setFiles(const QList<LetterFile> &files);

Q_SIGNALS:
    void changed();
    /// By the person's hand.
    void removed(const deskbell::console::LetterFile &file);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    QList<LetterFile> m_files;
    QList<QPushButton *> m_chips; // one for each file
};

} // namespace deskbell::console
