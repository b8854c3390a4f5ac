// The walls of the house as data. ARCHITECTURE.md draws them; this file is what CI holds the code to.

/** Lines a source file may have. The widget's modules are downloaded by customers and stay smaller still. */
export const sizeLimits = [
  { under: 'resources/widget/', endings: ['.mjs', '.js', '.ts'], lines: 150 },
  // Qt Linguist's files of words end like TypeScript and are none.
  { under: 'resources/translations/', endings: ['.ts'], lines: Infinity },
  { under: '', endings: ['.cpp', '.h', '.mjs', '.js', '.ts'], lines: 350 },
];

/** Folders whose folders may each have so many lines, all their files together. */
export const folderLimits = [{ under: 'server/dialects/', lines: 350 }];

/**
 * Which rooms a room may include, besides itself. A room is the longest name here that begins a file's folder, so
 * `server` holds the files straight under server/, which is main alone.
 */
const protocol = ['shared', 'shared/json', 'shared/api', 'shared/engineio', 'shared/socketio'];
const edges = ['server/http', 'server/engineio', 'server/socketio'];
const core = ['server/desk', 'server/store', 'server/security', 'server/cluster'];
const everyone = ['server/config', 'server/observe'];

export const mayInclude = {
  'shared': ['shared/json', 'shared/api'],
  'shared/json': ['shared'],
  'shared/api': ['shared', 'shared/json'],
  'shared/engineio': ['shared', 'shared/json'],
  'shared/socketio': ['shared', 'shared/json', 'shared/engineio'],

  'server/config': protocol,
  'server/observe': [...protocol, 'server/config'],
  'server/http': [...protocol, ...everyone],
  'server/engineio': [...protocol, ...everyone, 'server/http'],
  'server/socketio': [...protocol, ...everyone, 'server/http', 'server/engineio'],
  'server/security': [...protocol, ...everyone],
  'server/cluster': [...protocol, ...everyone],
  'server/store': [...protocol, ...everyone, 'server/security'],
  'server/desk': [...protocol, ...everyone, 'server/store', 'server/security', 'server/cluster'],
  'server/api': [...protocol, ...everyone, ...edges, ...core],
  'server/dialects': [...protocol, ...everyone, ...edges, ...core, 'server/api', 'server/dialects/*'],
  // A dialect is a vocabulary: tables over what they share, without a rule, a question to the database or another dialect.
  'server/dialects/addresses': [...protocol, 'server/dialects'],
  'server/dialects/namespaces': [...protocol, 'server/dialects'],
  'server/dialects/rooms': [...protocol, 'server/dialects'],
  'server/dialects/sessions': [...protocol, 'server/dialects'],
  'server/dialects/support': [...protocol, 'server/dialects'],
  'server/webhooks': [...protocol, ...everyone, ...core],
  'server/files': [...protocol, ...everyone, ...edges, ...core, 'server/api'],
  'server/cli': [...protocol, ...everyone, ...core],
  'server/application': [...protocol, ...everyone, ...edges, ...core, 'server/api', 'server/files', 'server/webhooks', 'server/dialects', 'server/cli'],
  'server': [...protocol, ...everyone, 'server/http', 'server/application', 'server/cli'],

  'console/theme': protocol,
  'console/settings': [...protocol, 'console/theme'],
  'console/store': protocol,
  'console/state': [...protocol, 'console/store'],
  'console/net': [...protocol, 'console/store', 'console/state'],
  'console/models': [...protocol, 'console/state', 'console/theme'],
  'console/writing': protocol,
  'console/admin': [...protocol, 'console/store', 'console/settings', 'console/state', 'console/theme', 'console/models', 'console/dialogs'],
  'console/views': [...protocol, 'console/writing', 'console/store', 'console/settings', 'console/state', 'console/theme', 'console/models', 'console/dialogs', 'console/admin'],
  'console/dialogs': [...protocol, 'console/store', 'console/settings', 'console/state', 'console/theme', 'console/models'],
  'console/notify': [...protocol, 'console/state', 'console/theme', 'console/models'],
  'console': [...protocol, 'console/*'],
};

/** Words that only some rooms may say, and why. Comments and string literals do not count. */
export const reservedWords = [
  {
    words: /\bQ(Sql\w+)\b/,
    rooms: ['server/store', 'console/state', 'console/store'],
    why: 'SQL is spoken in the store alone',
  },
  {
    words: /\bQ(TcpServer|WebSocket\w*)\b/,
    rooms: ['server/http', 'server/engineio', 'console/net'],
    why: 'sockets are known at the edge alone',
  },
  {
    words: /\bQHttpServer\w*\b/,
    rooms: ['server/http', 'server/engineio'],
    exceptFiles: /\/\w+controller\.(h|cpp)$/,
    why: 'HTTP is known at the edge alone, and to the controllers that bind routes',
  },
  {
    words: /\bQ(Tcp\w+|Udp\w+|Local(Socket|Server)|Ssl\w+|Host\w+|Network\w+|WebSocket\w*|Sql\w+|Gui\w+|Widget\w*|Pixmap|Image|Color|Painter)\b/,
    rooms: ['server', 'server/*', 'console', 'console/*', 'tests', 'resources'],
    why: 'shared is QtCore only',
  },
  {
    words: /\bQ(Widget|Dialog|MainWindow|Label|PushButton|Painter|Pixmap)\b/,
    rooms: ['console', 'console/*'],
    exceptRooms: ['console/state', 'console/store', 'console/net'],
    why: 'the server has no display, and the console keeps its truth free of widgets',
  },
  {
    words: /\b(class|struct)\s+\w*(Manager|Helper|Util|Utils|Base|Impl)\b/,
    rooms: [],
    why: 'a name says what a thing is for',
  },
  {
    words: /\bstatic\b[^;{}()]*&\s*(instance|self)\(\)/,
    rooms: [],
    why: 'no singletons: the application hands references to constructors',
  },
];

/** Words that no file may leave behind, comments included. */
export const unfinishedWords = /\b(TODO|FIXME|XXX|HACK)\b/;
