import type { Example } from '../example.ts'

export interface Photo {
  src: string
  alt: string
  caption?: string
  width: number
  height: number
  href?: string
}

/** Photos, each with a description and its source. */
export function PhotoGrid({ photos }: { photos: Photo[] }) {
  return (
    <ul class="bare cells photos">
      {photos.map((photo) => (
        <li>
          <figure>
            {photo.href ? (
              <a href={photo.href}>
                <Picture {...photo} />
              </a>
            ) : (
              <Picture {...photo} />
            )}
            {photo.caption && <figcaption class="quiet">{photo.caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  )
}

function Picture({ src, alt, width, height }: Photo) {
  return <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
}

export const examples: Example[] = [
  {
    name: 'PhotoGrid 写真',
    render: () => (
      <PhotoGrid
        photos={[
          {
            src: '/ui/photo-1.jpg',
            alt: '花壇に苗を植える十人ほどの人',
            caption: '令和8年6月13日、最初の植付け',
            width: 640,
            height: 480,
          },
          { src: '/ui/photo-2.jpg', alt: '川沿いに咲いた黄色い花', width: 640, height: 480, href: '/ui' },
        ]}
      />
    ),
  },
]
