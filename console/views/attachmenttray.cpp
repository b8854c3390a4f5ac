#include "console/views/attachmenttray.h"

#include "console/models/filewords.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QPushButton>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int chipHeight = 26;
constexpr int widestName = 200;
constexpr int closeSize = 10;

} // namespace

AttachmentTray::AttachmentTray(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("attachmentTray"));
    setAccessibleName(tr("Files that go along"));
    hide();
}

void AttachmentTray::setFiles(const QList<LetterFile> &files)
{
    if (files == m_files)
        return;
    m_files = files;
    for (QPushButton *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater(); // it may be the one that was pressed
    }
    for (const LetterFile &file : files) {
        auto *chip = new QPushButton(m_theme.icon(QStringLiteral("close"), Token::Ink2), {}, this);
        const QString name = chip->fontMetrics().elidedText(oneLine(file.name), Qt::ElideMiddle, widestName);
        chip->setText(QStringLiteral("%1 · %2").arg(name, fileSizeText(file.size)).replace(u'&', QStringLiteral("&&")));
        chip->setObjectName(QStringLiteral("trayFileButton"));
        chip->setProperty("kind", QStringLiteral("chip"));
        chip->setIconSize({closeSize, closeSize});
        chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft); // the cross comes last
        chip->setFocusPolicy(Qt::TabFocus);
        const QString say = tr("Do not send %1, %2").arg(oneLine(file.name), fileSizeText(file.size));
        chip->setAccessibleName(say);
        chip->setToolTip(say.toHtmlEscaped());
        connect(chip, &QPushButton::clicked, this, [this, file] {
            QList<LetterFile> left = m_files;
            left.removeOne(file);
            setFiles(left);
            Q_EMIT removed(file);
        });
        chip->show();
        m_chips.append(chip);
    }
    setVisible(!m_files.isEmpty());
    arrange();
    Q_EMIT changed();
}

void AttachmentTray::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AttachmentTray::arrange()
{
    int x = 0;
    int y = 0;
    for (QPushButton *chip : std::as_const(m_chips)) {
        const int room = std::min(width(), chip->sizeHint().width());
        if (x > 0 && x + room > width()) {
            x = 0;
            y += chipHeight + space::xs;
        }
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, room, chipHeight)));
        x += room + space::xs;
    }
    setFixedHeight(m_chips.isEmpty() ? 0 : y + chipHeight);
}

} // namespace deskbell::console
