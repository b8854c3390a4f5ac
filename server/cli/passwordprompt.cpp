#include "server/cli/passwordprompt.h"

#include <termios.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

/// Keeps what is typed from the screen while it lives.
class SilentTyping
{
public:
    SilentTyping()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTyping() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(SilentTyping)

private:
    termios m_before = {};
};

} // namespace

QString readPassword(Terminal &terminal)
{
    if (!isatty(STDIN_FILENO))
        return terminal.in.readLine();
    terminal.err << "Password: " << Qt::flush;
    const SilentTyping silent;
    QString password = terminal.in.readLine();
    terminal.err << '\n' << Qt::flush;
    return password;
}

} // namespace deskbell::server
