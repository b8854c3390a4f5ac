#include "console/views/filepainting.h"

#include "console/models/filewords.h"
#include "console/models/wording.h"
#include "console/theme/direction.h"
#include "console/theme/iconengine.h"
#include "console/views/pictures.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int iconSize = 24;
constexpr int barHeight = 3;

struct FilePainting
{
    Q_DECLARE_TR_FUNCTIONS(FilePainting)
};

/// What kind of file it is, as far as that helps to find it.
QString iconOf(const api::Attachment &file)
{
    const QString type = file.type.value_or(QString());
    if (type.startsWith(QLatin1String("image/")) || isPicture(file))
        return QStringLiteral("picture");
    if (type.startsWith(QLatin1String("audio/")))
        return QStringLiteral("sound");
    if (type.startsWith(QLatin1String("video/")))
        return QStringLiteral("film");
    if (type == QLatin1String("application/zip") || type == QLatin1String("application/gzip"))
        return QStringLiteral("box");
    return QStringLiteral("file");
}

QColor ink(const FilePaint &with)
{
    return with.theme.color(with.onPrimary ? Token::OnPrimary : Token::Ink);
}

void paintPicture(QPainter &painter, const QRect &rect, const api::Attachment &file, const FilePaint &with)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius::control, radius::control);
    QColor ground = ink(with);
    ground.setAlpha(20);
    const QImage *image = file.id.isNull() ? nullptr : with.pictures.find(file.id);
    if (!image) {
        painter.fillPath(path, ground);
        QRect middle(0, 0, iconSize, iconSize);
        middle.moveCenter(rect.center());
        paintIcon(painter, middle, QStringLiteral("picture"), ink(with));
        return;
    }
    painter.save();
    painter.setClipPath(path);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect, with.theme.color(Token::Raised)); // under what is transparent
    painter.drawImage(rect, *image);
    painter.restore();
}

void paintLine(QPainter &painter, const QRect &rect, const api::Attachment &file, const FilePaint &with)
{
    const Qt::LayoutDirection direction = QGuiApplication::layoutDirection();
    QPainterPath path;
    path.addRoundedRect(rect, radius::control, radius::control);
    QColor ground = ink(with);
    ground.setAlpha(20);
    painter.fillPath(path, ground);
    const QRect icon(rect.left() + space::m, rect.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    paintIcon(painter, QStyle::visualRect(direction, rect, icon), iconOf(file), ink(with));
    const QRect words = rect.adjusted(2 * space::m + iconSize, space::xs + 2, -space::m, -space::s - 2);
    const QRect at = QStyle::visualRect(direction, rect, words);
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const QFont name = with.theme.font(FontSize::List, Weight::SemiBold);
    painter.setFont(name);
    painter.setPen(ink(with));
    painter.drawText(at, int(side | Qt::AlignTop | Qt::AlignAbsolute | Qt::TextSingleLine),
                     directed(QFontMetrics(name).elidedText(oneLine(file.name), Qt::ElideMiddle, at.width())));
    painter.setFont(with.theme.font(FontSize::Small));
    painter.setPen(with.onPrimary ? ink(with) : with.theme.color(Token::Ink2));
    const QString size = fileSizeText(file.size);
    const QString done = fileSizeText(file.size * std::max(0, with.download) / 100);
    painter.drawText(at, int(side | Qt::AlignBottom | Qt::AlignAbsolute | Qt::TextSingleLine),
                     directed(with.download < 0 ? size : FilePainting::tr("%1 of %2").arg(done, size)));
}

} // namespace

void paintProgress(QPainter &painter, const QRect &rect, int percent, const QColor &color)
{
    const QRect whole(rect.left(), rect.bottom() - barHeight + 1, rect.width(), barHeight);
    const QRect part(whole.topLeft(), QSize(whole.width() * percent / 100, barHeight));
    QColor ground = color;
    ground.setAlpha(60);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(whole, barHeight / 2.0, barHeight / 2.0);
    painter.setBrush(color);
    painter.drawRoundedRect(QStyle::visualRect(QGuiApplication::layoutDirection(), whole, part), barHeight / 2.0,
                            barHeight / 2.0);
}

void paintFile(QPainter &painter, const QRect &rect, const api::Attachment &file, const FilePaint &with)
{
    if (isPicture(file))
        paintPicture(painter, rect, file, with);
    else
        paintLine(painter, rect, file, with);
    if (with.download >= 0)
        paintProgress(painter, rect.adjusted(space::s, 0, -space::s, -2), with.download, ink(with));
}

} // namespace deskbell::console
