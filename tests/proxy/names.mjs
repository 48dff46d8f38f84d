// A name server on loopback that sends every name to 127.0.0.1.
import { createSocket } from 'node:dgram';

const HEADER = 12; // bytes
const A = 1;

/** Address and port of a server that lives until the test is over. */
export async function startNameServer(test) {
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    let end = HEADER;
    while (query[end] !== 0) end += query[end] + 1; // labels, each behind its length
    const type = query.readUInt16BE(end + 1);
    const question = query.subarray(HEADER, end + 5);
    const header = Buffer.from([query[0], query[1], 0x81, 0x80, 0, 1, 0, type === A ? 1 : 0, 0, 0, 0, 0]);
    const record = Buffer.from([0xc0, HEADER, 0, A, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
    socket.send(Buffer.concat([header, question, ...(type === A ? [record] : [])]), port, address);
  });
  await new Promise((resolve) => { socket.bind(0, '127.0.0.1', resolve); });
  test.after(() => socket.close());
  return `127.0.0.1:${socket.address().port}`;
}
