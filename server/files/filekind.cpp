#include "server/files/filekind.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace deskbell::server {

namespace {

struct Magic
{
    FileKind kind;
    QByteArrayView bytes;
    qsizetype at = 0;
    QByteArrayView moreBytes{}; ///< Empty: the first tell all.
    qsizetype moreAt = 0;
};

bool has(QByteArrayView head, QByteArrayView bytes, qsizetype at)
{
    return head.size() >= at + bytes.size() && head.sliced(at, bytes.size()) == bytes;
}

QStringList endingsOf(const char *list)
{
    return QString::fromLatin1(list).split(u' ');
}

const std::vector<Magic> &magics()
{
    static const std::vector<Magic> all{
        {{QStringLiteral("image/png"), endingsOf("png"), true}, "\x89PNG\r\n\x1a\n"},
        {{QStringLiteral("image/jpeg"), endingsOf("jpg jpeg jpe jfif"), true}, "\xff\xd8\xff"},
        {{QStringLiteral("image/gif"), endingsOf("gif"), true}, "GIF89a"},
        {{QStringLiteral("image/gif"), endingsOf("gif"), true}, "GIF87a"},
        {{QStringLiteral("image/webp"), endingsOf("webp")}, "RIFF", 0, "WEBP", 8},
        {{QStringLiteral("application/pdf"), endingsOf("pdf")}, "%PDF-"},
        {{QStringLiteral("application/zip"), endingsOf("zip docx xlsx pptx odt ods odp")}, "PK\x03\x04"},
        {{QStringLiteral("application/gzip"), endingsOf("gz tgz")}, "\x1f\x8b\x08"},
        {{QStringLiteral("audio/mpeg"), endingsOf("mp3")}, "ID3"},
        {{QStringLiteral("audio/wav"), endingsOf("wav")}, "RIFF", 0, "WAVE", 8},
        {{QStringLiteral("audio/ogg"), endingsOf("ogg oga opus")}, "OggS"},
        {{QStringLiteral("video/mp4"), endingsOf("mp4 m4v m4a mov")}, "ftyp", 4},
        {{QStringLiteral("video/webm"), endingsOf("webm mkv")}, "\x1a\x45\xdf\xa3"},
    };
    return all;
}

/// UTF-8 without the control characters that no text has. A character may be cut off at the end of the head.
bool isText(QByteArrayView head)
{
    const bool printable = std::all_of(head.begin(), head.end(), [](char c) {
        return uchar(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    });
    if (!printable || head.contains('\x7f'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(head);
    return !decoder.hasError() && !decoded.isEmpty();
}

} // namespace

const FileKind *FileKind::of(QByteArrayView head)
{
    for (const Magic &each : magics()) {
        if (has(head, each.bytes, each.at) && has(head, each.moreBytes, each.moreAt))
            return &each.kind;
    }
    static const FileKind text{QStringLiteral("text/plain"),
                               endingsOf("txt csv log md json xml yml yaml ini eml ics vcf")};
    return isText(head) ? &text : nullptr;
}

} // namespace deskbell::server
