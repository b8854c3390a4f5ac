#include "console/starttrouble.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QMessageBox>
#include <QTextStream>

namespace deskbell::console {

void tellStartTrouble(const QString &why)
{
    QTextStream(stderr) << why << '\n';
    // Without a screen nobody could close it.
    if (QGuiApplication::platformName() == QStringLiteral("offscreen"))
        return;
    QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("StartTrouble", "Deskbell cannot start"), why,
                    QMessageBox::Close);
    box.setObjectName(QStringLiteral("startTroubleBox"));
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace deskbell::console
