#include "console/theme/systemscheme.h"
#include "console/theme/theme.h"
#include "console/translation.h"
#include "tests/gui/picture.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QTextStream>

using namespace deskbell;
using namespace deskbell::console;

namespace {

/// A window of its own over the picture, with rounded corners as most desktops give it.
void paintOver(QPixmap &picture, QWidget &over, const QPoint &at, int corner, const QColor &dim)
{
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(0, 0), picture.deviceIndependentSize().toSize()), dim);
    const QPixmap pixmap = over.grab();
    QPainterPath path;
    path.addRoundedRect(QRectF(at, pixmap.deviceIndependentSize()), corner, corner);
    painter.setClipPath(path);
    painter.drawPixmap(at, pixmap);
}

/// The window with what stands over it, as the desktop would show them.
QPixmap grab(MainWindow &window)
{
    QPixmap picture = window.grab();
    if (auto *dialog = window.findChild<QDialog *>(); dialog && dialog->isVisible())
        paintOver(picture, *dialog, {(window.width() - dialog->width()) / 2, (window.height() - dialog->height()) / 2},
                  radius::bubble, QColor(0, 0, 0, 70));
    if (auto *menu = window.findChild<QMenu *>(QStringLiteral("selfMenu")); menu && menu->isVisible())
        paintOver(picture, *menu, {space::s, window.height() - 60 - menu->height()}, radius::control, Qt::transparent);
    if (auto *menu = window.findChild<QMenu *>(QStringLiteral("composerMenu")); menu && menu->isVisible())
        paintOver(picture, *menu, menu->parentWidget()->mapTo(&window, QPoint(96, -menu->height() - 8)),
                  radius::control, Qt::transparent);
    if (auto *menu = window.findChild<QMenu *>(QStringLiteral("mainMenu")); menu && menu->isVisible())
        paintOver(picture, *menu, {space::s, 60}, radius::control, Qt::transparent);
    return picture;
}

} // namespace

/// console-shots OUTDIR [NAME]: pictures of the console's windows in every state, light and dark, at twice the scale or
/// as QT_SCALE_FACTOR says. The main ones also in the little room that a usual display has at 200 %, and with
/// QT_SCALE_FACTOR=3 those alone, at 300 %, or the ones that are named.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    QTextStream err(stderr);
    if (argc < 2) {
        err << "usage: console-shots OUTDIR [NAME]\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    if (!folder.mkpath(QStringLiteral("."))) {
        err << "cannot make " << folder.path() << '\n';
        return 1;
    }
    const int percent = qRound(application.devicePixelRatio() * 100);
    QList<Picture> all = percent > 200 && only.isEmpty() ? QList<Picture>() : pictures();
    if (percent >= 200)
        all += picturesAt(percent);
    const Translation translation(QStringLiteral("en"));
    SystemScheme system;
    Theme theme(application, system);
    for (const auto &[appearance, word] :
         {std::pair{Appearance::Light, QStringLiteral("light")}, std::pair{Appearance::Dark, QStringLiteral("dark")}}) {
        theme.setAppearance(appearance);
        for (const Picture &picture : std::as_const(all)) {
            const bool isLittle = picture.name.startsWith(QStringLiteral("console-at"));
            if (!picture.name.startsWith(only) || (isLittle && appearance == Appearance::Dark))
                continue;
            QGuiApplication::setLayoutDirection(picture.direction);
            PictureStage stage(theme);
            stage.window.resize(picture.size);
            stage.window.show();
            QCoreApplication::processEvents();
            picture.play(stage);
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            const QString path = folder.filePath(QStringLiteral("%1-%2.png").arg(picture.name, word));
            if (!grab(stage.window).save(path)) {
                err << "cannot write " << path << '\n';
                return 1;
            }
        }
    }
    return 0;
}
