#include "console/admin/fieldproblem.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace deskbell::console {

namespace {

struct FieldProblem
{
    Q_DECLARE_TR_FUNCTIONS(FieldProblem)
};

struct Entry
{
    const char *said; ///< By the server; what it captures takes the places of the text.
    const char *text;
};

constexpr std::array table{
    Entry{"^is missing$", QT_TRANSLATE_NOOP("FieldProblem", "This is needed.")},
    Entry{"^must not be blank$", QT_TRANSLATE_NOOP("FieldProblem", "This is needed.")},
    Entry{"^must have (\\d+) to (\\d+) characters$",
          QT_TRANSLATE_NOOP("FieldProblem", "It needs %1 to %2 characters.")},
    Entry{"^must be from (-?\\d+) to (\\d+)$", QT_TRANSLATE_NOOP("FieldProblem", "It must be from %1 to %2.")},
    Entry{"^must have at most (\\d+) elements$", QT_TRANSLATE_NOOP("FieldProblem", "There can be %1 at most.")},
    Entry{"^must be an e-mail address$", QT_TRANSLATE_NOOP("FieldProblem", "This is not an email address.")},
    Entry{"^must have no variables but .*; (.*) is none$",
          QT_TRANSLATE_NOOP("FieldProblem", "There is no variable %1.")},
    Entry{"^must be an http or https address without a password$",
          QT_TRANSLATE_NOOP("FieldProblem", "It must be an http or https address without a password.")},
    Entry{"^there are (\\d+) webhooks already$", QT_TRANSLATE_NOOP("FieldProblem", "There are %1 webhooks already.")},
    Entry{"^must be a zone such as Europe/Berlin$",
          QT_TRANSLATE_NOOP("FieldProblem", "It must be a zone such as Europe/Berlin.")},
    Entry{"^must go from one time to a later one",
          QT_TRANSLATE_NOOP("FieldProblem", "It must go from one time to a later one, such as 09:00 to 17:30.")},
    Entry{"^must have a date such as", QT_TRANSLATE_NOOP("FieldProblem", "It needs a date.")},
    Entry{"^must be on a day of its own$",
          QT_TRANSLATE_NOOP("FieldProblem", "There is another line for the same day.")},
    Entry{"^must be later than from$", QT_TRANSLATE_NOOP("FieldProblem", "The last day must not be before the first.")},
    Entry{"^must be within a year of from$", QT_TRANSLATE_NOOP("FieldProblem", "It can be a year at most.")},
    Entry{"^must have at least two choices$", QT_TRANSLATE_NOOP("FieldProblem", "It needs at least two choices.")},
    Entry{"^must have a label$", QT_TRANSLATE_NOOP("FieldProblem", "It needs words of its own.")},
    Entry{"^is there twice$", QT_TRANSLATE_NOOP("FieldProblem", "This is there twice.")},
    Entry{"^must ask for the question$", QT_TRANSLATE_NOOP("FieldProblem", "The form must ask for the question.")},
};

} // namespace

QString fieldProblem(const FieldError &error)
{
    for (const Entry &each : table) {
        const auto match = QRegularExpression(QLatin1String(each.said)).match(error.message);
        if (!match.hasMatch())
            continue;
        QString text = FieldProblem::tr(each.text);
        for (int place = 1; place <= match.lastCapturedIndex(); ++place)
            text = text.arg(match.captured(place));
        return text;
    }
    QString text = error.message;
    if (text.isEmpty())
        return text;
    text[0] = text.at(0).toUpper();
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

} // namespace deskbell::console
