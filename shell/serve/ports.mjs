// Ports of this device, tried before a server is started on them.
import { createConnection, createServer } from 'node:net';

/** Binds once and lets go. The port that was bound; throws what the system says. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });
}

/**
 * The loopback addresses on which `port` (0: any free one) can be opened: { port, hosts }. "localhost" means
 * 127.0.0.1 and ::1; where this machine has both, both must be free, or the browser may reach another program.
 */
export async function loopback(port) {
  const chosen = await tryPort(port, '127.0.0.1');
  try {
    await tryPort(chosen, '::1');
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code)) return { port: chosen, hosts: ['127.0.0.1'] };
    if (port === 0 && error.code === 'EADDRINUSE') return loopback(0);
    throw error;
  }
  return { port: chosen, hosts: ['127.0.0.1', '[::1]'] };
}

/** Whether somebody listens on this socket file. */
export function isAnswered(path) {
  return new Promise((resolve) => {
    const connection = createConnection(path);
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false));
    connection.once('connect', () => connection.destroy());
  });
}
