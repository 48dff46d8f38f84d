// WebGL2: triangles with one colour and one texture each, in the order they come. Nothing is kept from frame to
// frame but textures. After a lost context everything is made anew and C++ is asked for the textures again.
addToLibrary({
  $RendererState: {
    gl: null,
    program: null,
    scaleAt: null,
    textures: [null],
    height: 0,
    isLost: false,
    vertexSource: `#version 300 es
      uniform vec2 scale;
      layout(location=0) in vec2 position; layout(location=1) in vec2 uv; layout(location=2) in vec4 colour;
      out vec2 at; out vec4 tint;
      void main() { at = uv; tint = colour; gl_Position = vec4(position * scale + vec2(-1, 1), 0, 1); }`,
    fragmentSource: `#version 300 es
      precision highp float;
      uniform sampler2D image; in vec2 at; in vec4 tint; out vec4 pixel;
      void main() { pixel = tint * texture(image, at); }`,
  },

  $renderer_prepare__deps: ['$RendererState'],
  $renderer_prepare: () => {
    const { gl, vertexSource, fragmentSource } = RendererState;
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return false;
    gl.useProgram(program);
    RendererState.scaleAt = gl.getUniformLocation(program, 'scale');
    RendererState.textures = [null];
    gl.bindVertexArray(gl.createVertexArray());
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (let i = 0; i < 3; i++) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
    return true;
  },

  // A context that is lost and does not come back within this time is given up: the DOM becomes the page.
  $renderer_patience: 5000, // ms

  renderer_start__deps: ['$RendererState', '$renderer_prepare', '$renderer_patience', '$canvas_give_up'],
  renderer_start: () => {
    const canvas = document.getElementById('canvas');
    const options = { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power' };
    RendererState.gl = canvas.getContext('webgl2', options);
    if (!RendererState.gl || !renderer_prepare()) {
      RendererState.isLost = true;
      canvas_give_up('no WebGL2');
      return 0;
    }
    let givingUp = 0;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // else it never comes back
      RendererState.isLost = true;
      clearTimeout(givingUp);
      givingUp = setTimeout(() => canvas_give_up('WebGL context lost'), renderer_patience);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(givingUp);
      if (!renderer_prepare()) return canvas_give_up('WebGL context lost');
      RendererState.isLost = false;
      _postwatch_renderer_restored();
    });
    return 1;
  },

  renderer_is_lost__deps: ['$RendererState'],
  renderer_is_lost: () => +RendererState.isLost,

  renderer_create__deps: ['$RendererState'],
  renderer_create: (width, height) => {
    const { gl, textures } = RendererState;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR);
    const free = textures.indexOf(null, 1);
    const id = free > 0 ? free : textures.length;
    textures[id] = texture;
    return id;
  },

  // `pixels`: the first of the rectangle, in rows of `row` pixels.
  renderer_upload__deps: ['$RendererState'],
  renderer_upload: (id, x, y, width, height, pixels, row) => {
    const { gl, textures } = RendererState;
    gl.bindTexture(gl.TEXTURE_2D, textures[id]);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, row);
    const bytes = HEAPU8.subarray(pixels, pixels + ((height - 1) * row + width) * 4);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  },

  renderer_destroy__deps: ['$RendererState'],
  renderer_destroy: (id) => {
    RendererState.gl.deleteTexture(RendererState.textures[id]);
    RendererState.textures[id] = null;
  },

  // `width`, `height`: device pixels; `ratio`: of them to a unit of the vertices.
  renderer_begin__deps: ['$RendererState'],
  renderer_begin: (width, height, ratio, red, green, blue) => {
    const { gl, scaleAt } = RendererState;
    RendererState.height = height;
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(scaleAt, (2 * ratio) / width, (-2 * ratio) / height);
  },

  renderer_list__deps: ['$RendererState'],
  renderer_list: (vertices, vertexBytes, indices, indexBytes) => {
    const { gl } = RendererState;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8.subarray(vertices, vertices + vertexBytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8.subarray(indices, indices + indexBytes), gl.STREAM_DRAW);
  },

  // Vertices are x y u v as floats and a colour of four bytes; indices have 16 bits and count from `firstVertex`.
  renderer_draw__deps: ['$RendererState'],
  renderer_draw: (texture, count, firstIndex, firstVertex, x, y, width, height) => {
    const { gl, textures } = RendererState;
    const start = firstVertex * 20;
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, start);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, start + 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, start + 16);
    gl.bindTexture(gl.TEXTURE_2D, textures[texture]);
    gl.scissor(x, RendererState.height - y - height, width, height);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, firstIndex * 2);
  },
});
