// What the scripted server makes of files.
#include "tests/gui/script.h"

#include <QFile>

namespace deskbell::console {

Result<LetterFile> ScriptedFiles::keep(const QByteArray &bytes, const QString &name)
{
    kept = bytes;
    calls << QStringLiteral("keep ") + name;
    return LetterFile{QStringLiteral("/nowhere/%1").arg(name), name, bytes.size()};
}

void ScriptedFiles::stop(const ChatId &id, const QString &clientId)
{
    calls << QStringLiteral("stop");
    m_workspace.setDelivery(id, clientId, Delivery::Failed, QStringLiteral("You stopped it."));
}

void ScriptedFiles::fetchPicture(const AttachmentId &id, std::function<void(QByteArray bytes)> done)
{
    calls << QStringLiteral("picture");
    done(pictures.value(id));
}

void ScriptedFiles::save(const AttachmentId &, const QString &path, std::function<void(int percent)> progress,
                         Done done)
{
    calls << QStringLiteral("save ") + path;
    progress(50);
    if (refusal) {
        done(*refusal);
        return;
    }
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write("bytes") == 5;
    done(written ? Result<Nothing>(Nothing{}) : Result<Nothing>(Error(ErrorCode::Internal)));
}

} // namespace deskbell::console
