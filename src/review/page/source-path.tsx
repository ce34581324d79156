/** The name is what people look for, the folder tells it from others of the name. */
export function SourcePath({ path }: { readonly path: string }) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    <bdi title={path}>
      <span class="folder">{path.slice(0, path.length - name.length)}</span>
      {name}
    </bdi>
  );
}
